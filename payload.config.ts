import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { type PostgresAdapter, postgresAdapter } from '@payloadcms/db-postgres'
import { da } from '@payloadcms/translations/languages/da'
import { buildConfig } from 'payload'
import sharp from 'sharp'
import { approvals } from './collections/approval/approval.ts'
import { AktindsigtGuidance } from './collections/aktindsigt-guidance.ts'
import { CalendarDays } from './collections/calendar-days.ts'
import { ContactBoxes } from './collections/contact-boxes.ts'
import { Departments } from './collections/departments.ts'
import { Footer } from './collections/footer.ts'
import { Grundfortaelling } from './collections/grundfortaelling.ts'
import { Header } from './collections/header.ts'
import { HoursExceptions } from './collections/hours-exceptions.ts'
import { Labels } from './collections/labels.ts'
import { Media } from './collections/media.ts'
import { OpeningHours } from './collections/opening-hours.ts'
import { Owners } from './collections/owners.ts'
import { Pages } from './collections/pages.ts'
import { Pejlemaerker } from './collections/pejlemaerker.ts'
import { People } from './collections/people.ts'
import { PressContacts } from './collections/press-contacts.ts'
import { PressDuty } from './collections/press-duty.ts'
import { Redirects } from './collections/redirects.ts'
import { SearchWords } from './collections/search-words.ts'
import { Users } from './collections/users.ts'
import { nameCopies } from './collections/shared/texts/copies.ts'
import { environment } from './collections/shared/environment.ts'
import { noteRefusals, ofFirstRefusal } from './collections/shared/border/first-refusal.ts'
import { keepContent } from './collections/shared/database/keep-content.ts'
import { completeLater } from './collections/shared/files/complete-files.ts'
import { uploads } from './collections/shared/files/store-files.ts'
import { mediaStorage } from './collections/shared/files/media-storage.ts'
import { lockedAccounts } from './collections/shared/database/locked-accounts.ts'
import { toldCommits } from './collections/shared/database/told-commits.ts'
import { trimTexts } from './collections/shared/texts/trim-texts.ts'
import { keepRights } from './collections/shared/rights/keep-rights.ts'
import { keepTrail } from './collections/shared/trail/keep-trail.ts'
import { restoreAsDrafts } from './collections/shared/publishing.ts'
import { tellReceipts } from './collections/shared/uses/receipts.ts'
import { signChanges } from './collections/shared/trail/sign-changes.ts'
import { richTextEditor } from './collections/shared/fields/rich-text.ts'
import { refuseOdd, refuseOddInside } from './collections/shared/border/refuse-odd.ts'
import { dateLists } from './src/admin/time/dates/date-lists.ts'
import { adminWords } from './src/admin/payload-words/payload-words.ts'
import { email } from './collections/shared/accounts/post.ts'
import { settleHeld } from './collections/shared/files/hold-files.ts'
import { deskSearch } from './collections/desk/desk-search.ts'
import { helpPictures } from './collections/desk/help-pictures.ts'
import { binEndpoints } from './collections/shared/bin/bin.ts'
import { keepDeleted } from './collections/shared/bin/keep-deleted.ts'
import { buildOn } from './collections/shared/merge/build-on.ts'
import { holdPrivate } from './collections/shared/border/private/hold-private.ts'
import { keepUsed } from './collections/shared/uses/keep-used.ts'
import { linkOwn } from './collections/shared/uses/own-links.ts'
import { listFiles } from './collections/lists/list-files.ts'
import { savedViews } from './collections/lists/saved-views.ts'
import { reviews } from './collections/reviews/reviews.ts'
import { draftLinks } from './collections/drafts/draft-links.ts'
import { plannedChanges } from './collections/planned/planned-changes.ts'
import { keptEverywhere } from './src/admin/documents/kept/kept-everywhere.ts'
import { lockWords } from './src/admin/documents/kept/lock-words.ts'
import { documentViews } from './src/admin/documents/document-views.ts'
import { compareInWords } from './src/admin/documents/versions/compare-in-words.ts'
import { versionLists } from './src/admin/documents/versions/version-lists.ts'
import { tellErrors, tellLists } from './src/admin/broken/tell-errors.ts'
import { HELP_PATH } from './src/admin/frame/help/help-address.ts'
import { RESULTS_PATH } from './src/admin/search/desk/results-address.ts'
import { TRAIL_PATH } from './src/admin/documents/trail/trail-address.ts'
import { reach } from './src/database/pool.ts'
import { quietly } from './src/database/errors/quiet-log.ts'
import { noteUnknownSenders } from './src/database/errors/unknown-sender.ts'
import { now } from './src/web/handover.ts'

const root = path.dirname(fileURLToPath(import.meta.url))

export default buildConfig({
  secret: environment.secret,
  serverURL: environment.siteUrl,
  cors: [environment.siteUrl],
  csrf: [environment.siteUrl],
  telemetry: false,
  // A document with what it shows, and what that shows; each step further is paid for by everybody's pages.
  maxDepth: 3,
  logger: {
    options: { name: 'payload', level: environment.logLevel, ...quietly() },
    destination: process.stdout,
  },
  // What a caller did wrong is told to the caller; Payload's own level for these is info.
  loggingLevels: {
    AuthenticationError: 'debug',
    ErrorDeletingFile: 'error',
    Forbidden: 'debug',
    LockedAuth: 'debug',
    MissingFile: 'debug',
    NotFound: 'debug',
    QueryError: 'debug',
    ValidationError: 'debug',
  },
  email,
  graphQL: { disable: true },
  hooks: { afterError: [ofFirstRefusal(tellErrors), tellLists] },
  collections: [
    PressContacts,
    Departments,
    People,
    ContactBoxes,
    Owners,
    OpeningHours,
    HoursExceptions,
    CalendarDays,
    Pages,
    AktindsigtGuidance,
    Grundfortaelling,
    Pejlemaerker,
    Media,
    SearchWords,
    Redirects,
    Users,
  ],
  endpoints: [...binEndpoints, deskSearch, helpPictures],
  globals: [PressDuty, Header, Footer, Labels],
  plugins: [
    signChanges,
    keepTrail,
    keepUsed,
    keepDeleted,
    linkOwn,
    buildOn,
    holdPrivate,
    trimTexts,
    nameCopies,
    refuseOdd,
    mediaStorage,
    dateLists,
    documentViews,
    versionLists,
    listFiles(() => now().epochMilliseconds),
    savedViews,
    approvals,
    plannedChanges(() => now().epochMilliseconds),
    draftLinks(() => now().epochMilliseconds),
    reviews(() => now().epochMilliseconds),
    keptEverywhere,
    // Last, so that it is asked first, of all that the others add.
    keepRights,
  ],
  editor: richTextEditor,
  i18n: { supportedLanguages: { da }, fallbackLanguage: 'da', translations: { da: adminWords } },
  admin: {
    user: Users.slug,
    avatar: 'default',
    // No message lies behind another.
    toast: { expand: true },
    components: {
      providers: [
        '/src/admin/time/dates/today.tsx#Today',
        '/src/admin/documents/kept/session/session.tsx#Session',
        '/src/admin/writing/block-help.tsx#BlockHelp',
        '/src/admin/writing/clean-typing.tsx#CleanTyping',
        '/src/admin/writing/drawer-save.tsx#DrawerSave',
        '/src/admin/documents/merge/restore-base.tsx#RestoreBase',
        '/src/admin/documents/back-button.tsx#BackButton',
        '/src/admin/accessible/toast-focus.tsx#ToastFocus',
        '/src/admin/accessible/accessible.tsx#Accessible',
      ],
      actions: ['/src/admin/search/desk/search-button.tsx#SearchButton'],
      afterNavLinks: [
        '/src/admin/documents/tree/tree-link.tsx#TreeLink',
        '/src/admin/documents/trail/trail-link.tsx#TrailLink',
        '/src/admin/documents/planned/planned-link.tsx#PlannedLink',
        '/src/admin/dashboard/reviews/reviews-link.tsx#ReviewsLink',
        '/src/admin/time/coming/coming-link.tsx#ComingLink',
        '/src/admin/documents/bin/bin-link.tsx#BinLink',
        '/src/admin/frame/help/help-link.tsx#HelpLink',
      ],
      views: {
        login: { Component: '/src/admin/accounts/login/login.tsx#Login' },
        forgot: { Component: '/src/admin/accounts/forgot-password.tsx#ForgotPassword' },
        tree: {
          Component: '/src/admin/documents/tree/tree-view.tsx#TreeView',
          path: '/sidetrae',
          meta: { title: 'Sidetræ' },
        },
        planned: {
          Component: '/src/admin/documents/planned/planned-view.tsx#PlannedView',
          path: '/planlagt',
          meta: { title: 'Planlagt' },
        },
        reviews: {
          Component: '/src/admin/dashboard/reviews/reviews-view.tsx#ReviewsView',
          path: '/gennemgang',
          meta: { title: 'Skal gennemgås' },
        },
        search: {
          Component: '/src/admin/search/desk/search-view.tsx#SearchView',
          path: RESULTS_PATH,
          meta: { title: 'Søg i alt indhold' },
        },
        bin: {
          Component: '/src/admin/documents/bin/bin-view.tsx#BinView',
          path: '/papirkurv',
          meta: { title: 'Papirkurv' },
        },
        coming: {
          Component: '/src/admin/time/coming/coming-view.tsx#ComingView',
          path: '/aabningstider',
          meta: { title: 'Åbningstider de næste 42 dage' },
        },
        help: {
          Component: '/src/admin/frame/help/help-view.tsx#HelpView',
          path: HELP_PATH,
          meta: { title: 'Hjælp' },
        },
        trail: {
          Component: '/src/admin/documents/trail/trail-view.tsx#TrailView',
          path: TRAIL_PATH,
          meta: { title: 'Seneste ændringer' },
        },
      },
      beforeDashboard: [
        '/src/admin/accounts/approval/waiting-approvals.tsx#WaitingApprovals',
        '/src/admin/documents/planned/failed-plans.tsx#FailedPlans',
        '/src/admin/time/calendar/calendar-reminder.tsx#CalendarReminder',
        '/src/admin/dashboard/dashboard.tsx#Dashboard',
        '/src/admin/dashboard/reviews/waiting-reviews.tsx#WaitingReviews',
        '/src/admin/time/coming/coming-notice.tsx#ComingNotice',
        '/src/admin/accounts/mail-notice.tsx#MailNotice',
      ],
      afterDashboard: ['/src/admin/dashboard/missed-searches.tsx#MissedSearches'],
      graphics: { Icon: '/src/admin/frame/mark.tsx#Icon', Logo: '/src/admin/frame/mark.tsx#Logo' },
    },
    dateFormat: 'd. MMMM yyyy HH:mm',
    timezones: { defaultTimezone: 'Europe/Copenhagen' },
    meta: { titleSuffix: ' – Aalborg Kommune' },
    importMap: { baseDir: root, importMapFile: path.join(root, 'src/app/(payload)/admin/importMap.js') },
  },
  db: keepContent(
    noteRefusals(
      toldCommits(
        noteUnknownSenders(
          lockedAccounts(
            postgresAdapter({
              push: false,
              migrationDir: path.join(root, 'migrations'),
              pool: {
                ...reach(environment.databaseUrl),
                max: 10,
                connectionTimeoutMillis: 5_000,
                // Somebody who waits for a row is told so, before the statement is given up.
                lock_timeout: 8_000,
                statement_timeout: 15_000,
                query_timeout: 20_000,
              },
            }),
          ),
        ),
      ),
    ),
  ),
  onInit: async (payload) => {
    const { db, logger } = payload
    // Without a listener, a lost connection would be an uncaught error.
    const { pool } = db as unknown as PostgresAdapter
    pool.on('error', (error) => logger.warn(error))
    // Nor does the pool listen to one that a transaction holds; its error would end the server.
    pool.on('connect', (client) => client.on('error', () => {}))
    if (!environment.s3)
      await settleHeld(payload, environment.mediaFolder).catch((error: unknown) => logger.warn(error))
  },
  sharp,
  upload: uploads,
  typescript: { outputFile: path.join(root, 'src/payload-types.ts') },
})
  .then(refuseOddInside)
  .then(restoreAsDrafts)
  .then(tellReceipts)
  .then(compareInWords)
  .then(lockWords)
  .then(completeLater)
