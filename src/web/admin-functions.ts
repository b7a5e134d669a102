/**
 * What the browser may ask Payload's server functions for (payload: next/dist/utilities/handleServerFunctions.js, which
 * looks names up among those that every object inherits too). tests/unit/web/admin-functions.test.ts compares the two.
 */
export const ADMIN_FUNCTIONS: ReadonlySet<string> = new Set([
  'copy-data-from-locale',
  'form-state',
  'get-default-layout',
  'get-folder-results-component-and-data',
  'get-upcoming-scheduled-publish',
  'render-document',
  'render-document-slots',
  'render-field',
  'render-list',
  'render-widget',
  'schedule-publish',
  'slugify',
  'table-state',
])
