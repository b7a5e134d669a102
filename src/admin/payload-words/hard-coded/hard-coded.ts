/**
 * Words that the admin's packages have in their code, in English whatever the language, and that no translation reaches:
 * most of them are read aloud by screen readers. They are replaced where Next bundles the packages (`say-in-danish.cjs`);
 * a unit test finds each in the installed package, so that a new version which words it otherwise is told.
 *
 * `literals`: whole strings of the code. `code`: pieces of it as regular
 * expressions with what they become, where a string by itself would say too little.
 */
export type HardCoded = { literals: Record<string, string>; code: Record<string, string> }

/** By package. */
export const hardCoded: Record<string, HardCoded> = {
  '@dnd-kit/core': {
    literals: {
      '\\n    To pick up a draggable item, press the space bar.\\n    While dragging, use the arrow keys to move the item.\\n    Press space again to drop the item in its new position, or press escape to cancel.\\n  ':
        'Tryk på mellemrum for at tage fat. Flyt med piletasterne. Slip med mellemrum, eller fortryd med Escape.',
    },
    // Their own sentences name the rows by keys that mean nothing to anybody.
    code: {
      '"Picked up draggable item " \\+ active\\.id \\+ "\\."': '"Taget."',
      '"Draggable item " \\+ active\\.id \\+ " was moved over droppable area " \\+ over\\.id \\+ "\\."':
        '"Flyttet."',
      '"Draggable item " \\+ active\\.id \\+ " is no longer over a droppable area\\."':
        '"Her kan der ikke slippes."',
      '"Draggable item " \\+ active\\.id \\+ " was dropped over droppable area " \\+ over\\.id': '"Sluppet."',
      '"Draggable item " \\+ active\\.id \\+ " was dropped\\."': '"Sluppet."',
      '"Dragging was cancelled\\. Draggable item " \\+ active\\.id \\+ " was dropped\\."': '"Fortrudt."',
    },
  },
  '@payloadcms/next': {
    literals: {},
    code: {
      // Of a global, which has no drafts, it says so of the newest version too.
      ": t\\('version:previouslyPublished'\\)": ": status ? t('version:previouslyPublished') : 'Gemt'",
      // The question before an earlier version comes back says where it goes, as collections/shared/publishing.ts decides it.
      'PopupList, toast, useConfig, useModal, useRouteTransition':
        'PopupList, toast, useConfig, useDocumentInfo, useModal, useRouteTransition',
      'const \\[draft, setDraft\\] = useState\\(false\\);':
        "const [draft, setDraft] = useState(false); const { hasPublishedDoc } = useDocumentInfo(); const isPublic = globalConfig ? true : !draft && status === 'published' && hasPublishedDoc;",
      '(versionDate: versionDateFormatted\\s*\\}\\));':
        "$1 + (isPublic ? ' Den vises for besøgende med det samme.' : ' Den hentes frem som kladde. Hvad besøgende ser, er som før.');",
      // Who has closed the question about a draft is asked about a draft no more.
      'onClick: \\(\\) => toggleModal\\(modalSlug\\),\\s*size: "xsmall"':
        'onClick: () => [setDraft(false), toggleModal(modalSlug)], size: "xsmall"',
      // To bring back what visitors see, or what is the newest anyway, would change nothing: there the button brings back what
      // it is compared with. The first version has none before it, and no button.
      '(return \\S+_jsx\\(DefaultVersionView, \\{)': `const [newest] = (await fetchVersions({ collectionSlug, globalSlug, parentID: id, depth: 0, draft: true, limit: 1, overrideAccess: false, req, user, sort: '-updatedAt' }))?.docs ?? [];
        const isOlder = Boolean(versionFrom) && versionFrom.updatedAt < versionTo.updatedAt;
        const before = ![newest?.id, currentlyPublishedVersion?.id].includes(versionTo.id) ? {} : isOlder
          ? { isBefore: true, versionID: versionFrom.id, status: versionFrom.version?._status, versionDateFormatted: formatDate({ date: new Date(versionFrom.updatedAt), i18n, pattern: config.admin.dateFormat }) }
          : newest?.id === versionTo.id ? null : {};
        $1 before,`,
      'versionToID,\\s*versionToStatus\\s*\\}\\) => \\{': 'versionToID, versionToStatus, before }) => {',
      'canUpdate && !isTrashed && ': 'canUpdate && !isTrashed && before !== null && ',
      '(versionDateFormatted: versionToCreatedAtFormatted,\\s*versionID: versionToID)\\s*\\}':
        '$1, ...before }',
      'versionDateFormatted,\\s*versionID\\s*\\}\\) => \\{':
        'versionDateFormatted, versionID, isBefore }) => {',
      "children: t\\('version:restoreThisVersion'\\)":
        "children: isBefore ? 'Hent versionen før frem' : t('version:restoreThisVersion')",
    },
  },
  '@payloadcms/richtext-lexical': {
    literals: {
      'Edit link': 'Ret linket',
      'Remove link': 'Fjern linket',
      'Drag to move': 'Træk for at flytte',
      'Add block': 'Tilføj',
      'Insert Paragraph': 'Tilføj et afsnit',
      'Remove Block': 'Fjern blokken',
      'Loading...': 'Henter …',
    },
    code: {},
  },
  // With the select boxes of react-select and the toasts of sonner, which it holds minified.
  '@payloadcms/ui': {
    literals: {
      'No columns selected': 'Ingen kolonner er valgt',
      'Copy URL': 'Kopiér adressen',
      'Failed to fetch the file.': 'Filen kunne ikke hentes.',
      'Are you sure you want to leave this page?': 'Vil du forlade siden?',
      'To reorder the rows you must first sort them by the "Order" column':
        'Sortér først efter rækkefølgen. Så kan rækkerne flyttes.',
      'You do not have permission to reorder these rows': 'Du kan ikke flytte de rækker. De er, som de var.',
      'Failed to reorder. This can happen if you reorder several rows too quickly. Please try again.':
        'Rækken blev ikke flyttet. Genindlæs listen, og prøv igen.',
      'You have enabled "orderable" on a collection with existing documentsand this is the first time you have sorted documents. We have run an automatic migration to add an initial order to the documents. Please refresh the page and try again.':
        'Rækkerne har fået en rækkefølge. Genindlæs listen, og flyt så.',
      'The provided URL is not allowed.': 'Filen kan ikke hentes fra den adresse.',
      'Use Up and Down to choose options, press Enter to select the currently focused option, press Escape to exit the menu':
        'Gå op og ned med piletasterne, vælg med Enter, luk med Escape',
      ', press Tab to select the option and exit the menu': ', eller vælg og luk med Tab',
      ' is focused ': ' ',
      ',type to refine list': ', skriv for at søge',
      ', press Down to open the menu, ': ', åbn listen med pil ned',
      ' press left to focus selected values': ', gå til det valgte med pil til venstre',
      'Use left and right to toggle between focused values, press Backspace to remove the currently focused value':
        'Gå mellem det valgte med pil til venstre og højre, og fjern med tilbagetasten',
      'All selected options have been cleared.': 'Alt det valgte er fjernet.',
      ' for search term ': ' for ',
      'Loading...': 'Henter …',
      'No options': 'Intet at vælge',
      'Select...': 'Vælg …',
      'Close toast': 'Luk beskeden',
      Notifications: 'Beskeder',
    },
    code: {
      // Where the way back to what is public is not shown, the dash before it goes with it (accounts/rights/rights.module.css).
      'children:\\["\\\\xA0\\\\u2014\\\\xA0",([\\w$]+)\\(':
        'children:["\\xA0",$1("span",{className:"status__action",style:{textDecoration:"none"},children:"\\u2014"}),"\\xA0",$1(',
      '`Successfully saved \\$\\{([\\w$]+)\\} files`': '`Filer, der er gemt: $${$1}`',
      '`Failed to save \\$\\{([\\w$]+)\\} files`': '`Filer, der ikke blev gemt: $${$1}`',
      '`Fetching user failed: \\$\\{[\\w$]+\\.message\\}`':
        '"Din bruger kunne ikke hentes. Genindlæs siden."',
      '`Refreshing token failed: \\$\\{[\\w$]+\\.message\\}`':
        '"Dit login kunne ikke forlænges. Log ind igen, når du har gemt."',
      '`Refreshing permissions failed: \\$\\{[\\w$]+\\.message\\}`':
        '"Dine rettigheder kunne ikke hentes. Genindlæs siden."',
      '"aria-label":`Edit \\$': '"aria-label":`Ret $',
      // The tip of a box is its name in the code, though it is given a label.
      '(\\w+)=>(\\{let \\w+=[\\w$]+\\(\\d+\\),\\{id:\\w+,name:\\w+,AfterInput:.{0,1000}?)"aria-label":"","aria-labelledby":\\w+,(.{0,120}?),title:\\w+,type:"checkbox"':
        '$1=>$2"aria-label":$1["aria-label"],$3,type:"checkbox"',
      'label:"Order"': 'label:"Rækkefølge"',
      '"Remove "\\.concat\\((\\w+)\\|\\|"option"\\)': '"Fjern ".concat($1||"valget")',
      '\\|\\|"Select"': '||"Valg"',
      '"option "\\.concat\\((\\w+),", deselected\\."\\)': '"".concat($1," er valgt fra.")',
      '"option"\\.concat\\((\\w+)\\.length>1\\?"s":""," "\\)\\.concat\\(\\w+\\.join\\(","\\),", selected\\."\\)':
        '"Valgt: ".concat($1.join(", "),".")',
      '"option "\\.concat\\((\\w+)," is disabled\\. Select another option\\."\\)':
        '"".concat($1," kan ikke vælges. Vælg noget andet.")',
      '"option "\\.concat\\((\\w+),", selected\\."\\)': '"".concat($1," er valgt.")',
      '," of "\\)\\.concat\\(': '," af ").concat(',
      '"value "\\.concat\\((\\w+)," focused, "\\)': '"".concat($1,", ")',
      '(\\w+)\\?" disabled":""': '$1?" kan ikke vælges":""',
      '(\\w+)\\?" selected":""': '$1?" er valgt":""',
      '," result"\\)\\.concat\\((\\w+)!==1\\?"s":""," available"\\)': ',$1===1?" mulighed":" muligheder")',
    },
  },
}
