import { UsesField as UsesField_e4d19e0704b374c35640d4264c9f10c0 } from '../../../../src/admin/uses/uses-field.tsx'
import { DateListView as DateListView_600dcb53ccc400cc07c76d140a4b5e89 } from '../../../../src/admin/dates/date-list-view.tsx'
import { RscEntryLexicalCell as RscEntryLexicalCell_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { RscEntryLexicalField as RscEntryLexicalField_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { LexicalDiffComponent as LexicalDiffComponent_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { InlineToolbarFeatureClient as InlineToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { FixedToolbarFeatureClient as FixedToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { LinkFeatureClient as LinkFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { OrderedListFeatureClient as OrderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { UnorderedListFeatureClient as UnorderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { BoldFeatureClient as BoldFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { ItalicFeatureClient as ItalicFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { HeadingFeatureClient as HeadingFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { ParagraphFeatureClient as ParagraphFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { PreviewField as PreviewField_4aececb853c1c741aa27675e3847c123 } from '../../../../src/admin/preview/preview-field.tsx'
import { WeekField as WeekField_f1bbad30a13d39709c6c5a5ad92ecbdc } from '../../../../src/admin/week/week-field.tsx'
import { DateCell as DateCell_9bb435db67a2e56f5dce538a3f944805 } from '../../../../src/admin/dates/date-cell.tsx'
import { DateField as DateField_b5ca9b6759f4824f241a6b697f50d829 } from '../../../../src/admin/dates/date-field.tsx'
import { DateDiff as DateDiff_3957384d55aea8368b727d4207a12fab } from '../../../../src/admin/dates/date-diff.tsx'
import { CalendarYears as CalendarYears_ea424ddef8ea140ff4aa99ea49766307 } from '../../../../src/admin/calendar/calendar-years.tsx'
import { SeePage as SeePage_4af5719a67dc4a72b2023ccacce7ec5f } from '../../../../src/admin/documents/see-page.tsx'
import { MissedSearches as MissedSearches_88d4bba2f4a838faf58c18c62e21727a } from '../../../../src/admin/search/missed-searches.tsx'
import { ImportRedirects as ImportRedirects_eca7d475c106a2e461e217c8022ca840 } from '../../../../src/admin/redirects/import-redirects.tsx'
import { PresentPassword as PresentPassword_0fa7da9010a84e3431d94f688ea84c6d } from '../../../../src/admin/accounts/present-password.tsx'
import { WordsField as WordsField_beda8e054d6418a15b3cc7a7945e2172 } from '../../../../src/admin/words/words-field.tsx'
import { Icon as Icon_7e08937d8e2c76b5d4527cb266cedbc1 } from '../../../../src/admin/mark/mark.tsx'
import { Logo as Logo_7e08937d8e2c76b5d4527cb266cedbc1 } from '../../../../src/admin/mark/mark.tsx'
import { CalendarReminder as CalendarReminder_0d4491c2fee6916e45860695ac68d44f } from '../../../../src/admin/calendar/calendar-reminder.tsx'
import { Today as Today_da09ecabccffb20e1c1f2fcfea943fcb } from '../../../../src/admin/dates/today.tsx'
import { CollectionCards as CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1 } from '@payloadcms/next/rsc'

/** @type import('payload').ImportMap */
export const importMap = {
  "/src/admin/uses/uses-field.tsx#UsesField": UsesField_e4d19e0704b374c35640d4264c9f10c0,
  "/src/admin/dates/date-list-view.tsx#DateListView": DateListView_600dcb53ccc400cc07c76d140a4b5e89,
  "@payloadcms/richtext-lexical/rsc#RscEntryLexicalCell": RscEntryLexicalCell_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/rsc#RscEntryLexicalField": RscEntryLexicalField_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/rsc#LexicalDiffComponent": LexicalDiffComponent_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/client#InlineToolbarFeatureClient": InlineToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#FixedToolbarFeatureClient": FixedToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#LinkFeatureClient": LinkFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#OrderedListFeatureClient": OrderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#UnorderedListFeatureClient": UnorderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#BoldFeatureClient": BoldFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#ItalicFeatureClient": ItalicFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#HeadingFeatureClient": HeadingFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#ParagraphFeatureClient": ParagraphFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "/src/admin/preview/preview-field.tsx#PreviewField": PreviewField_4aececb853c1c741aa27675e3847c123,
  "/src/admin/week/week-field.tsx#WeekField": WeekField_f1bbad30a13d39709c6c5a5ad92ecbdc,
  "/src/admin/dates/date-cell.tsx#DateCell": DateCell_9bb435db67a2e56f5dce538a3f944805,
  "/src/admin/dates/date-field.tsx#DateField": DateField_b5ca9b6759f4824f241a6b697f50d829,
  "/src/admin/dates/date-diff.tsx#DateDiff": DateDiff_3957384d55aea8368b727d4207a12fab,
  "/src/admin/calendar/calendar-years.tsx#CalendarYears": CalendarYears_ea424ddef8ea140ff4aa99ea49766307,
  "/src/admin/documents/see-page.tsx#SeePage": SeePage_4af5719a67dc4a72b2023ccacce7ec5f,
  "/src/admin/search/missed-searches.tsx#MissedSearches": MissedSearches_88d4bba2f4a838faf58c18c62e21727a,
  "/src/admin/redirects/import-redirects.tsx#ImportRedirects": ImportRedirects_eca7d475c106a2e461e217c8022ca840,
  "/src/admin/accounts/present-password.tsx#PresentPassword": PresentPassword_0fa7da9010a84e3431d94f688ea84c6d,
  "/src/admin/words/words-field.tsx#WordsField": WordsField_beda8e054d6418a15b3cc7a7945e2172,
  "/src/admin/mark/mark.tsx#Icon": Icon_7e08937d8e2c76b5d4527cb266cedbc1,
  "/src/admin/mark/mark.tsx#Logo": Logo_7e08937d8e2c76b5d4527cb266cedbc1,
  "/src/admin/calendar/calendar-reminder.tsx#CalendarReminder": CalendarReminder_0d4491c2fee6916e45860695ac68d44f,
  "/src/admin/dates/today.tsx#Today": Today_da09ecabccffb20e1c1f2fcfea943fcb,
  "@payloadcms/next/rsc#CollectionCards": CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1
}
