import { PasswordInput, type PasswordInputProps } from '@mantine/core';
import type { ReactNode } from 'react';

type Props = Pick<PasswordInputProps, 'label' | 'value' | 'error' | 'autoFocus'> & {
  onChange: (password: string) => void;
  /** A new one is asked to be long; a present one is not judged. */
  isNew?: boolean;
};

/** A password that can be looked at while it is typed, and that password managers understand. */
export function PasswordField({ onChange, isNew = false, ...rest }: Props): ReactNode {
  return (
    <PasswordInput
      {...rest}
      required
      autoComplete={isNew ? 'new-password' : 'current-password'}
      {...(isNew && {
        minLength: 12,
        description: 'At least 12 characters. Several words are easy to keep.',
      })}
      maxLength={200}
      visibilityToggleButtonProps={{ 'aria-label': 'Show the password' }}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
