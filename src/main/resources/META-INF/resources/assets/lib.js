/** What the pages draw with: Preact, with templates in place of a build step. The only place that knows where it lies. */
export { html, render, useState, useEffect, useMemo, useRef, useCallback } from '/_static/htm/preact/standalone.module.js';
