import { NativeSelect } from '@mantine/core';
import type { ReactNode } from 'react';
import { githubCounts, gitlabCounts } from '#domain/connector/config.ts';
import { ConfigText, type FieldsOf } from './ConfigText.tsx';
import { PlaceholderHint } from './PlaceholderHint.tsx';
import classes from './Source.module.css';
import type { Config } from './source-draft.ts';

const countWords: Record<(typeof githubCounts)[number] | (typeof gitlabCounts)[number], string> = {
  'opened-issues': 'Issues opened in the period',
  'closed-issues': 'Issues closed in the period',
  'open-issues': 'Issues that are open now',
  'opened-pull-requests': 'Pull requests opened in the period',
  'merged-pull-requests': 'Pull requests merged in the period',
  'opened-merge-requests': 'Merge requests opened in the period',
  'merged-merge-requests': 'Merge requests merged in the period',
  'open-merge-requests': 'Merge requests that are open now',
  search: 'What a search of my own finds',
  stars: 'Stars of a repository now',
};

const choices = (counts: readonly (keyof typeof countWords)[]) =>
  counts.map((value) => ({ value, label: countWords[value] }));

/** A count by GitHub. */
export function GithubFields(fields: FieldsOf<Config<'github'>>): ReactNode {
  const { config, set, isRatio } = fields;
  const isSearch = config.count === 'search';
  return (
    <>
      <NativeSelect
        label="Counted are"
        data={choices(githubCounts)}
        value={config.count}
        onChange={(event) => set({ count: event.currentTarget.value as 'search' })}
      />
      {!isSearch && (
        <ConfigText
          {...fields}
          name="scope"
          label="Of"
          description="A repository, or an owner for all of theirs"
          placeholder="owner/repository"
          required
        />
      )}
      {config.count !== 'stars' && (
        <ConfigText
          {...fields}
          name="query"
          label={isSearch ? 'Search' : 'Further qualifiers'}
          placeholder={
            isSearch ? 'repo:owner/repository is:issue closed:{from}..{to}' : 'label:bug -label:duplicate'
          }
          isCode
          required={isSearch}
        />
      )}
      {isSearch && <PlaceholderHint sign="{}" />}
      {isRatio && (
        <ConfigText
          {...fields}
          name="denominator"
          label="Denominator"
          description="Another search, counted beside it"
          isCode
        />
      )}
      <ConfigText
        {...fields}
        name="url"
        label="Address of the API"
        description="https://HOST/api/v3 for an Enterprise Server"
        isCode
        required
      />
    </>
  );
}

/** A count by GitLab. */
export function GitlabFields(fields: FieldsOf<Config<'gitlab'>>): ReactNode {
  const { config, set } = fields;
  return (
    <>
      <NativeSelect
        label="Counted are"
        data={choices(gitlabCounts)}
        value={config.count}
        onChange={(event) => set({ count: event.currentTarget.value as 'open-issues' })}
      />
      <div className={classes.pair}>
        <NativeSelect
          label="Within"
          data={[
            { value: 'project', label: 'A project' },
            { value: 'group', label: 'A group' },
          ]}
          value={config.within}
          onChange={(event) => set({ within: event.currentTarget.value as 'group' })}
        />
        <ConfigText {...fields} name="path" label="Its path or number" placeholder="group/project" required />
      </div>
      <ConfigText {...fields} name="filter" label="Further parameters" placeholder="labels=bug" isCode />
      <ConfigText {...fields} name="url" label="Address" isCode required />
    </>
  );
}

/** How many issues a JQL finds. */
export function JiraFields(fields: FieldsOf<Config<'jira'>>): ReactNode {
  const { config, set, isRatio } = fields;
  return (
    <>
      <div className={classes.pair}>
        <NativeSelect
          label="It is"
          data={[
            { value: 'cloud', label: 'Jira Cloud' },
            { value: 'server', label: 'Jira Data Center' },
          ]}
          value={config.flavour}
          onChange={(event) => set({ flavour: event.currentTarget.value as 'cloud' })}
        />
        <ConfigText
          {...fields}
          name="url"
          label="Address"
          placeholder="https://example.atlassian.net"
          isCode
          required
        />
        {config.flavour === 'cloud' && (
          <ConfigText
            {...fields}
            name="user"
            label="E-mail address of the token’s person"
            placeholder="ada@example.org"
            required
          />
        )}
      </div>
      <ConfigText
        {...fields}
        name="jql"
        label="JQL"
        placeholder="project = OPS AND resolved >= {from} AND resolved < {until}"
        rows={2}
        isCode
        required
      />
      <PlaceholderHint sign="{}" />
      {isRatio && (
        <ConfigText
          {...fields}
          name="denominator"
          label="Denominator"
          description="Another JQL, counted beside it"
          rows={2}
          isCode
        />
      )}
    </>
  );
}
