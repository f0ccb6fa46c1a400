const meta = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]');

/** The nonce that this page's policy accepts on `<style>`; empty where there is no policy (the dev server). */
export const nonce = meta?.content ?? '';

// Mantine's modals lock the scroll through a style element made by a library that only looks here for the nonce.
(globalThis as { __webpack_nonce__?: string }).__webpack_nonce__ = nonce;
