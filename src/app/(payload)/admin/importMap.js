import { OrderDiff as OrderDiff_01a4661bc6db90cc092f07e33d9cd5d1 } from '../../../../src/admin/documents/versions/words-diff.tsx'
import { RightsNotice as RightsNotice_78339c8539f96690cf21ad0fdeb11d20 } from '../../../../src/admin/accounts/rights/rights-notice.tsx'
import { KeptField as KeptField_b6e6e0f763b1e4aead44468f6c380744 } from '../../../../src/admin/documents/kept/kept-field.tsx'
import { PhoneCell as PhoneCell_7eac76ae1b0e2261ef70094c59f3dcee } from '../../../../src/admin/writing/phone-field.tsx'
import { PhoneField as PhoneField_7eac76ae1b0e2261ef70094c59f3dcee } from '../../../../src/admin/writing/phone-field.tsx'
import { PhonesCell as PhonesCell_7eac76ae1b0e2261ef70094c59f3dcee } from '../../../../src/admin/writing/phone-field.tsx'
import { RowName as RowName_b2012ad6e0475b64248480876ddf510f } from '../../../../src/admin/writing/row-name.tsx'
import { UsesField as UsesField_e82a72ff47054e94962c7b2655745d45 } from '../../../../src/admin/documents/uses/uses-field.tsx'
import { MergeDialog as MergeDialog_5a663ba9d7e864acabdf884525dbae65 } from '../../../../src/admin/documents/merge/merge-dialog.tsx'
import { PrivateDialog as PrivateDialog_9358e246dd8bd74fd36379b7c0022d1e } from '../../../../src/admin/documents/private/private-dialog.tsx'
import { ApprovalField as ApprovalField_6ee06982bea0f8ea9f0cd28c6a958505 } from '../../../../src/admin/accounts/approval/approval-field.tsx'
import { PlanField as PlanField_2cfa0df16432d29d927811a473924e77 } from '../../../../src/admin/documents/planned/plan-field.tsx'
import { ChoiceDiff as ChoiceDiff_01a4661bc6db90cc092f07e33d9cd5d1 } from '../../../../src/admin/documents/versions/words-diff.tsx'
import { GoneNotice as GoneNotice_e9a15d1aa162f91565fa1db221e6e78f } from '../../../../src/admin/documents/bin/gone-notice.tsx'
import { ListFiles as ListFiles_adfb3c41768f8b9ca761d0ba5597241a } from '../../../../src/admin/lists/list-files.tsx'
import { SavedViews as SavedViews_8bd5351a82fdb21d55edb5af483e1a3f } from '../../../../src/admin/lists/saved-views.tsx'
import { PublishButton as PublishButton_12000f830ed8b5304868bf674af28b99 } from '../../../../src/admin/documents/versions/publish-button.tsx'
import { VersionList as VersionList_82855cbea063d2b4a136bcd8eaa513e9 } from '../../../../src/admin/documents/versions/version-list.tsx'
import { DateListView as DateListView_b50f005b18864a46b35d6ddf8bebafaf } from '../../../../src/admin/time/dates/date-list-view.tsx'
import { RscEntryLexicalCell as RscEntryLexicalCell_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { RscEntryLexicalField as RscEntryLexicalField_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { LexicalDiffComponent as LexicalDiffComponent_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { InlineToolbarFeatureClient as InlineToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { FixedToolbarFeatureClient as FixedToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { AdviceFeatureClient as AdviceFeatureClient_7a1a5b0516ee06ecbf411b98e24b93c7 } from '../../../../src/admin/writing/advice/advice-feature.tsx'
import { TypedFeatureClient as TypedFeatureClient_a88c612a362d7407332efa4ddc6f3714 } from '../../../../src/admin/writing/typed-feature.tsx'
import { PasteFeatureClient as PasteFeatureClient_98de6c2f758d164d3f130d7212d53a5a } from '../../../../src/admin/writing/paste/paste-feature.tsx'
import { TablesFeatureClient as TablesFeatureClient_b386c841cdb6d779e794c6eebd3c17e3 } from '../../../../src/admin/writing/tables/table-feature.tsx'
import { LinkFeatureClient as LinkFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { AddressField as AddressField_966bd3d63bcf2da5bbe2d2b71de094e4 } from '../../../../src/admin/writing/links/address-field.tsx'
import { HeadingField as HeadingField_f4795e66b1c3e067925fcc110db8ccb5 } from '../../../../src/admin/writing/links/heading-field.tsx'
import { OrderedListFeatureClient as OrderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { UnorderedListFeatureClient as UnorderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { BoldFeatureClient as BoldFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { ItalicFeatureClient as ItalicFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { HeadingFeatureClient as HeadingFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { ParagraphFeatureClient as ParagraphFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { YesNoDiff as YesNoDiff_01a4661bc6db90cc092f07e33d9cd5d1 } from '../../../../src/admin/documents/versions/words-diff.tsx'
import { CloseDayField as CloseDayField_39ccf7bc051ebd903bd6a4e2a6a67ef5 } from '../../../../src/admin/time/closing/close-day-field.tsx'
import { PreviewField as PreviewField_4aececb853c1c741aa27675e3847c123 } from '../../../../src/admin/preview/preview-field.tsx'
import { ReviewField as ReviewField_368972c3ce9c74a7769870421943d635 } from '../../../../src/admin/dashboard/reviews/review-field.tsx'
import { WeekField as WeekField_00c06e57aa18165edbb2cf5553dafeeb } from '../../../../src/admin/time/week/week-field.tsx'
import { WeekDiff as WeekDiff_01a4661bc6db90cc092f07e33d9cd5d1 } from '../../../../src/admin/documents/versions/words-diff.tsx'
import { DateCell as DateCell_d625587c59a2e0641aeb69b993362592 } from '../../../../src/admin/time/dates/date-cell.tsx'
import { DateField as DateField_53c502e383efe3a3a7b575f6bfc5a290 } from '../../../../src/admin/time/dates/date-field.tsx'
import { DateDiff as DateDiff_3506f7d75f19fbe072c6e1f67eb181c6 } from '../../../../src/admin/time/dates/date-diff.tsx'
import { PlacesField as PlacesField_49cbd2b92af631f0939f1c044a665e73 } from '../../../../src/admin/time/closing/places-field.tsx'
import { ChosenWithBoxes as ChosenWithBoxes_49cbd2b92af631f0939f1c044a665e73 } from '../../../../src/admin/time/closing/places-field.tsx'
import { TouchedField as TouchedField_b9f648dd3daaed144fda0a1d87649ce3 } from '../../../../src/admin/time/closing/touched-field.tsx'
import { CalendarYears as CalendarYears_744340b5b3244f909aa1b6e0e034e9b4 } from '../../../../src/admin/time/calendar/calendar-years.tsx'
import { WhichBoxes as WhichBoxes_d61eed884fd3752e6537052c2e3ff9ba } from '../../../../src/admin/writing/which-boxes.tsx'
import { SharingField as SharingField_1411bb8f242f53fef398d37ebe351669 } from '../../../../src/admin/preview/sharing/sharing-field.tsx'
import { TreeHint as TreeHint_a561689003865db22a88993f4050f0c3 } from '../../../../src/admin/documents/tree/tree-link.tsx'
import { PagePreview as PagePreview_163d4df5e4da1d732fe2db7d7800e34c } from '../../../../src/admin/preview/page-preview.tsx'
import { ParentAsked as ParentAsked_593aca00165960407ec82a74f77e5af5 } from '../../../../src/admin/documents/tree/parent-asked.tsx'
import { SeePage as SeePage_4af5719a67dc4a72b2023ccacce7ec5f } from '../../../../src/admin/documents/see-page.tsx'
import { UnpublishPage as UnpublishPage_c690b236164d31a9711937b328041df2 } from '../../../../src/admin/documents/uses/unpublish-page.tsx'
import { TagsCell as TagsCell_13b0fec4c23e20535563aad0afc5ed2e } from '../../../../src/admin/documents/uploads/tags-cell.tsx'
import { UsedTags as UsedTags_f379e9621548f153f572f33ec4076a0e } from '../../../../src/admin/documents/uploads/used-tags.tsx'
import { SameFileDialog as SameFileDialog_94642345a9de13e924bfbebf4f55ee24 } from '../../../../src/admin/documents/uploads/same-file.tsx'
import { Sending as Sending_9877e58a57d01264369e6f2d3d0c1cc3 } from '../../../../src/admin/documents/uploads/sending.tsx'
import { FileFilters as FileFilters_a7a5c24c338ef70780aba552bd8d2bab } from '../../../../src/admin/documents/uploads/file-filters.tsx'
import { UploadLimits as UploadLimits_ded24b8c1a3cb5a6bf5a96cbdd02d0d2 } from '../../../../src/admin/documents/uploads/limits.tsx'
import { MissedSearches as MissedSearches_3fd9850ddab5f72cd937cc3165408a41 } from '../../../../src/admin/dashboard/missed-searches.tsx'
import { PresentPassword as PresentPassword_0fa7da9010a84e3431d94f688ea84c6d } from '../../../../src/admin/accounts/present-password.tsx'
import { SecondFactorField as SecondFactorField_910fc15dd043084cf2d3dc1f91099232 } from '../../../../src/admin/accounts/second-factor/second-factor-field.tsx'
import { WordsField as WordsField_beda8e054d6418a15b3cc7a7945e2172 } from '../../../../src/admin/words/words-field.tsx'
import { OverridesDiff as OverridesDiff_01a4661bc6db90cc092f07e33d9cd5d1 } from '../../../../src/admin/documents/versions/words-diff.tsx'
import { Icon as Icon_33bbc7d30316de477c52a27d83ba84f7 } from '../../../../src/admin/frame/mark.tsx'
import { Logo as Logo_33bbc7d30316de477c52a27d83ba84f7 } from '../../../../src/admin/frame/mark.tsx'
import { SearchButton as SearchButton_7c7975df5a84634d57f8a5ed711ff005 } from '../../../../src/admin/search/desk/search-button.tsx'
import { TreeLink as TreeLink_a561689003865db22a88993f4050f0c3 } from '../../../../src/admin/documents/tree/tree-link.tsx'
import { TrailLink as TrailLink_8e3ddf2f63625f85ae95ed56fecba041 } from '../../../../src/admin/documents/trail/trail-link.tsx'
import { PlannedLink as PlannedLink_8e4f2742ee32107a29fe3c000a4c3c30 } from '../../../../src/admin/documents/planned/planned-link.tsx'
import { ReviewsLink as ReviewsLink_1ef56445673fb21d517ab1de5fa1646c } from '../../../../src/admin/dashboard/reviews/reviews-link.tsx'
import { ComingLink as ComingLink_47f5558034e0d06e25feb486c96ae426 } from '../../../../src/admin/time/coming/coming-link.tsx'
import { BinLink as BinLink_b5a13f3df68e8a7342a7e6b9482ca805 } from '../../../../src/admin/documents/bin/bin-link.tsx'
import { HelpLink as HelpLink_6c9a2fce1aa9b21b4945a53fba8262c7 } from '../../../../src/admin/frame/help/help-link.tsx'
import { WaitingApprovals as WaitingApprovals_b3179c1cafb19afb3b094be5b4fd5840 } from '../../../../src/admin/accounts/approval/waiting-approvals.tsx'
import { FailedPlans as FailedPlans_37faddbf2eaf5282250711611f14ea87 } from '../../../../src/admin/documents/planned/failed-plans.tsx'
import { CalendarReminder as CalendarReminder_9c5492bc6748ced2738827459123fd98 } from '../../../../src/admin/time/calendar/calendar-reminder.tsx'
import { Dashboard as Dashboard_7d85b57a778c7751d167913a4cf04cf4 } from '../../../../src/admin/dashboard/dashboard.tsx'
import { WaitingReviews as WaitingReviews_d13ff74cecd811ba50b681427da8b9f7 } from '../../../../src/admin/dashboard/reviews/waiting-reviews.tsx'
import { ComingNotice as ComingNotice_049e6bde653d7def0f5c95e086cd3db3 } from '../../../../src/admin/time/coming/coming-notice.tsx'
import { MailNotice as MailNotice_7450e9fc4ca6bd4bf0c1d8ab84929844 } from '../../../../src/admin/accounts/mail-notice.tsx'
import { Today as Today_0bf14785191bd6c225b4355673775c45 } from '../../../../src/admin/time/dates/today.tsx'
import { Session as Session_caad4267398e154060e3ac81106dcef3 } from '../../../../src/admin/documents/kept/session/session.tsx'
import { BlockHelp as BlockHelp_7ab78ae252c8100ed57fdb1bf8882625 } from '../../../../src/admin/writing/block-help.tsx'
import { CleanTyping as CleanTyping_535d3373d489f4b20f24be29609b6a12 } from '../../../../src/admin/writing/clean-typing.tsx'
import { DrawerSave as DrawerSave_1e95c1554f539f11c369b24699752d42 } from '../../../../src/admin/writing/drawer-save.tsx'
import { RestoreBase as RestoreBase_7cc657ebd778c6b7b1a41b3007aa2b05 } from '../../../../src/admin/documents/merge/restore-base.tsx'
import { BackButton as BackButton_fa91f05752f2ca8f13ac3c528b5ddaa8 } from '../../../../src/admin/documents/back-button.tsx'
import { ToastFocus as ToastFocus_7d91a9825f7f8f57e0015bb06df73033 } from '../../../../src/admin/accessible/toast-focus.tsx'
import { Accessible as Accessible_f191744b3bb7b30b901e0145c88f2c43 } from '../../../../src/admin/accessible/accessible.tsx'
import { Login as Login_d0d25cc81e24154584548fa1d3679480 } from '../../../../src/admin/accounts/login/login.tsx'
import { ForgotPassword as ForgotPassword_31db92290862513b07a5cf5fe5f70181 } from '../../../../src/admin/accounts/forgot-password.tsx'
import { TreeView as TreeView_2775283a1b96d7d883526a0553f1c01f } from '../../../../src/admin/documents/tree/tree-view.tsx'
import { PlannedView as PlannedView_70c0385ad615f31ceeadc9d07059ec69 } from '../../../../src/admin/documents/planned/planned-view.tsx'
import { ReviewsView as ReviewsView_6af7072b6a1bc602f3e271a1b96c369e } from '../../../../src/admin/dashboard/reviews/reviews-view.tsx'
import { SearchView as SearchView_1fce5d9890e7d9b15b445687c261dfbf } from '../../../../src/admin/search/desk/search-view.tsx'
import { BinView as BinView_2e134b596304a7124b68b1864711f8db } from '../../../../src/admin/documents/bin/bin-view.tsx'
import { ComingView as ComingView_8be7b11ccddb1f1de37f1acad1796f17 } from '../../../../src/admin/time/coming/coming-view.tsx'
import { HelpView as HelpView_cf31a42658d51a7f7d60ab2ba30b7ef1 } from '../../../../src/admin/frame/help/help-view.tsx'
import { TrailView as TrailView_a6d5caf561a642dfe94cc1d48edac6e9 } from '../../../../src/admin/documents/trail/trail-view.tsx'
import { CollectionCards as CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1 } from '@payloadcms/next/rsc'

/** @type import('payload').ImportMap */
export const importMap = {
  "/src/admin/documents/versions/words-diff.tsx#OrderDiff": OrderDiff_01a4661bc6db90cc092f07e33d9cd5d1,
  "/src/admin/accounts/rights/rights-notice.tsx#RightsNotice": RightsNotice_78339c8539f96690cf21ad0fdeb11d20,
  "/src/admin/documents/kept/kept-field.tsx#KeptField": KeptField_b6e6e0f763b1e4aead44468f6c380744,
  "/src/admin/writing/phone-field.tsx#PhoneCell": PhoneCell_7eac76ae1b0e2261ef70094c59f3dcee,
  "/src/admin/writing/phone-field.tsx#PhoneField": PhoneField_7eac76ae1b0e2261ef70094c59f3dcee,
  "/src/admin/writing/phone-field.tsx#PhonesCell": PhonesCell_7eac76ae1b0e2261ef70094c59f3dcee,
  "/src/admin/writing/row-name.tsx#RowName": RowName_b2012ad6e0475b64248480876ddf510f,
  "/src/admin/documents/uses/uses-field.tsx#UsesField": UsesField_e82a72ff47054e94962c7b2655745d45,
  "/src/admin/documents/merge/merge-dialog.tsx#MergeDialog": MergeDialog_5a663ba9d7e864acabdf884525dbae65,
  "/src/admin/documents/private/private-dialog.tsx#PrivateDialog": PrivateDialog_9358e246dd8bd74fd36379b7c0022d1e,
  "/src/admin/accounts/approval/approval-field.tsx#ApprovalField": ApprovalField_6ee06982bea0f8ea9f0cd28c6a958505,
  "/src/admin/documents/planned/plan-field.tsx#PlanField": PlanField_2cfa0df16432d29d927811a473924e77,
  "/src/admin/documents/versions/words-diff.tsx#ChoiceDiff": ChoiceDiff_01a4661bc6db90cc092f07e33d9cd5d1,
  "/src/admin/documents/bin/gone-notice.tsx#GoneNotice": GoneNotice_e9a15d1aa162f91565fa1db221e6e78f,
  "/src/admin/lists/list-files.tsx#ListFiles": ListFiles_adfb3c41768f8b9ca761d0ba5597241a,
  "/src/admin/lists/saved-views.tsx#SavedViews": SavedViews_8bd5351a82fdb21d55edb5af483e1a3f,
  "/src/admin/documents/versions/publish-button.tsx#PublishButton": PublishButton_12000f830ed8b5304868bf674af28b99,
  "/src/admin/documents/versions/version-list.tsx#VersionList": VersionList_82855cbea063d2b4a136bcd8eaa513e9,
  "/src/admin/time/dates/date-list-view.tsx#DateListView": DateListView_b50f005b18864a46b35d6ddf8bebafaf,
  "@payloadcms/richtext-lexical/rsc#RscEntryLexicalCell": RscEntryLexicalCell_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/rsc#RscEntryLexicalField": RscEntryLexicalField_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/rsc#LexicalDiffComponent": LexicalDiffComponent_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/client#InlineToolbarFeatureClient": InlineToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#FixedToolbarFeatureClient": FixedToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "/src/admin/writing/advice/advice-feature.tsx#AdviceFeatureClient": AdviceFeatureClient_7a1a5b0516ee06ecbf411b98e24b93c7,
  "/src/admin/writing/typed-feature.tsx#TypedFeatureClient": TypedFeatureClient_a88c612a362d7407332efa4ddc6f3714,
  "/src/admin/writing/paste/paste-feature.tsx#PasteFeatureClient": PasteFeatureClient_98de6c2f758d164d3f130d7212d53a5a,
  "/src/admin/writing/tables/table-feature.tsx#TablesFeatureClient": TablesFeatureClient_b386c841cdb6d779e794c6eebd3c17e3,
  "@payloadcms/richtext-lexical/client#LinkFeatureClient": LinkFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "/src/admin/writing/links/address-field.tsx#AddressField": AddressField_966bd3d63bcf2da5bbe2d2b71de094e4,
  "/src/admin/writing/links/heading-field.tsx#HeadingField": HeadingField_f4795e66b1c3e067925fcc110db8ccb5,
  "@payloadcms/richtext-lexical/client#OrderedListFeatureClient": OrderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#UnorderedListFeatureClient": UnorderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#BoldFeatureClient": BoldFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#ItalicFeatureClient": ItalicFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#HeadingFeatureClient": HeadingFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#ParagraphFeatureClient": ParagraphFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "/src/admin/documents/versions/words-diff.tsx#YesNoDiff": YesNoDiff_01a4661bc6db90cc092f07e33d9cd5d1,
  "/src/admin/time/closing/close-day-field.tsx#CloseDayField": CloseDayField_39ccf7bc051ebd903bd6a4e2a6a67ef5,
  "/src/admin/preview/preview-field.tsx#PreviewField": PreviewField_4aececb853c1c741aa27675e3847c123,
  "/src/admin/dashboard/reviews/review-field.tsx#ReviewField": ReviewField_368972c3ce9c74a7769870421943d635,
  "/src/admin/time/week/week-field.tsx#WeekField": WeekField_00c06e57aa18165edbb2cf5553dafeeb,
  "/src/admin/documents/versions/words-diff.tsx#WeekDiff": WeekDiff_01a4661bc6db90cc092f07e33d9cd5d1,
  "/src/admin/time/dates/date-cell.tsx#DateCell": DateCell_d625587c59a2e0641aeb69b993362592,
  "/src/admin/time/dates/date-field.tsx#DateField": DateField_53c502e383efe3a3a7b575f6bfc5a290,
  "/src/admin/time/dates/date-diff.tsx#DateDiff": DateDiff_3506f7d75f19fbe072c6e1f67eb181c6,
  "/src/admin/time/closing/places-field.tsx#PlacesField": PlacesField_49cbd2b92af631f0939f1c044a665e73,
  "/src/admin/time/closing/places-field.tsx#ChosenWithBoxes": ChosenWithBoxes_49cbd2b92af631f0939f1c044a665e73,
  "/src/admin/time/closing/touched-field.tsx#TouchedField": TouchedField_b9f648dd3daaed144fda0a1d87649ce3,
  "/src/admin/time/calendar/calendar-years.tsx#CalendarYears": CalendarYears_744340b5b3244f909aa1b6e0e034e9b4,
  "/src/admin/writing/which-boxes.tsx#WhichBoxes": WhichBoxes_d61eed884fd3752e6537052c2e3ff9ba,
  "/src/admin/preview/sharing/sharing-field.tsx#SharingField": SharingField_1411bb8f242f53fef398d37ebe351669,
  "/src/admin/documents/tree/tree-link.tsx#TreeHint": TreeHint_a561689003865db22a88993f4050f0c3,
  "/src/admin/preview/page-preview.tsx#PagePreview": PagePreview_163d4df5e4da1d732fe2db7d7800e34c,
  "/src/admin/documents/tree/parent-asked.tsx#ParentAsked": ParentAsked_593aca00165960407ec82a74f77e5af5,
  "/src/admin/documents/see-page.tsx#SeePage": SeePage_4af5719a67dc4a72b2023ccacce7ec5f,
  "/src/admin/documents/uses/unpublish-page.tsx#UnpublishPage": UnpublishPage_c690b236164d31a9711937b328041df2,
  "/src/admin/documents/uploads/tags-cell.tsx#TagsCell": TagsCell_13b0fec4c23e20535563aad0afc5ed2e,
  "/src/admin/documents/uploads/used-tags.tsx#UsedTags": UsedTags_f379e9621548f153f572f33ec4076a0e,
  "/src/admin/documents/uploads/same-file.tsx#SameFileDialog": SameFileDialog_94642345a9de13e924bfbebf4f55ee24,
  "/src/admin/documents/uploads/sending.tsx#Sending": Sending_9877e58a57d01264369e6f2d3d0c1cc3,
  "/src/admin/documents/uploads/file-filters.tsx#FileFilters": FileFilters_a7a5c24c338ef70780aba552bd8d2bab,
  "/src/admin/documents/uploads/limits.tsx#UploadLimits": UploadLimits_ded24b8c1a3cb5a6bf5a96cbdd02d0d2,
  "/src/admin/dashboard/missed-searches.tsx#MissedSearches": MissedSearches_3fd9850ddab5f72cd937cc3165408a41,
  "/src/admin/accounts/present-password.tsx#PresentPassword": PresentPassword_0fa7da9010a84e3431d94f688ea84c6d,
  "/src/admin/accounts/second-factor/second-factor-field.tsx#SecondFactorField": SecondFactorField_910fc15dd043084cf2d3dc1f91099232,
  "/src/admin/words/words-field.tsx#WordsField": WordsField_beda8e054d6418a15b3cc7a7945e2172,
  "/src/admin/documents/versions/words-diff.tsx#OverridesDiff": OverridesDiff_01a4661bc6db90cc092f07e33d9cd5d1,
  "/src/admin/frame/mark.tsx#Icon": Icon_33bbc7d30316de477c52a27d83ba84f7,
  "/src/admin/frame/mark.tsx#Logo": Logo_33bbc7d30316de477c52a27d83ba84f7,
  "/src/admin/search/desk/search-button.tsx#SearchButton": SearchButton_7c7975df5a84634d57f8a5ed711ff005,
  "/src/admin/documents/tree/tree-link.tsx#TreeLink": TreeLink_a561689003865db22a88993f4050f0c3,
  "/src/admin/documents/trail/trail-link.tsx#TrailLink": TrailLink_8e3ddf2f63625f85ae95ed56fecba041,
  "/src/admin/documents/planned/planned-link.tsx#PlannedLink": PlannedLink_8e4f2742ee32107a29fe3c000a4c3c30,
  "/src/admin/dashboard/reviews/reviews-link.tsx#ReviewsLink": ReviewsLink_1ef56445673fb21d517ab1de5fa1646c,
  "/src/admin/time/coming/coming-link.tsx#ComingLink": ComingLink_47f5558034e0d06e25feb486c96ae426,
  "/src/admin/documents/bin/bin-link.tsx#BinLink": BinLink_b5a13f3df68e8a7342a7e6b9482ca805,
  "/src/admin/frame/help/help-link.tsx#HelpLink": HelpLink_6c9a2fce1aa9b21b4945a53fba8262c7,
  "/src/admin/accounts/approval/waiting-approvals.tsx#WaitingApprovals": WaitingApprovals_b3179c1cafb19afb3b094be5b4fd5840,
  "/src/admin/documents/planned/failed-plans.tsx#FailedPlans": FailedPlans_37faddbf2eaf5282250711611f14ea87,
  "/src/admin/time/calendar/calendar-reminder.tsx#CalendarReminder": CalendarReminder_9c5492bc6748ced2738827459123fd98,
  "/src/admin/dashboard/dashboard.tsx#Dashboard": Dashboard_7d85b57a778c7751d167913a4cf04cf4,
  "/src/admin/dashboard/reviews/waiting-reviews.tsx#WaitingReviews": WaitingReviews_d13ff74cecd811ba50b681427da8b9f7,
  "/src/admin/time/coming/coming-notice.tsx#ComingNotice": ComingNotice_049e6bde653d7def0f5c95e086cd3db3,
  "/src/admin/accounts/mail-notice.tsx#MailNotice": MailNotice_7450e9fc4ca6bd4bf0c1d8ab84929844,
  "/src/admin/time/dates/today.tsx#Today": Today_0bf14785191bd6c225b4355673775c45,
  "/src/admin/documents/kept/session/session.tsx#Session": Session_caad4267398e154060e3ac81106dcef3,
  "/src/admin/writing/block-help.tsx#BlockHelp": BlockHelp_7ab78ae252c8100ed57fdb1bf8882625,
  "/src/admin/writing/clean-typing.tsx#CleanTyping": CleanTyping_535d3373d489f4b20f24be29609b6a12,
  "/src/admin/writing/drawer-save.tsx#DrawerSave": DrawerSave_1e95c1554f539f11c369b24699752d42,
  "/src/admin/documents/merge/restore-base.tsx#RestoreBase": RestoreBase_7cc657ebd778c6b7b1a41b3007aa2b05,
  "/src/admin/documents/back-button.tsx#BackButton": BackButton_fa91f05752f2ca8f13ac3c528b5ddaa8,
  "/src/admin/accessible/toast-focus.tsx#ToastFocus": ToastFocus_7d91a9825f7f8f57e0015bb06df73033,
  "/src/admin/accessible/accessible.tsx#Accessible": Accessible_f191744b3bb7b30b901e0145c88f2c43,
  "/src/admin/accounts/login/login.tsx#Login": Login_d0d25cc81e24154584548fa1d3679480,
  "/src/admin/accounts/forgot-password.tsx#ForgotPassword": ForgotPassword_31db92290862513b07a5cf5fe5f70181,
  "/src/admin/documents/tree/tree-view.tsx#TreeView": TreeView_2775283a1b96d7d883526a0553f1c01f,
  "/src/admin/documents/planned/planned-view.tsx#PlannedView": PlannedView_70c0385ad615f31ceeadc9d07059ec69,
  "/src/admin/dashboard/reviews/reviews-view.tsx#ReviewsView": ReviewsView_6af7072b6a1bc602f3e271a1b96c369e,
  "/src/admin/search/desk/search-view.tsx#SearchView": SearchView_1fce5d9890e7d9b15b445687c261dfbf,
  "/src/admin/documents/bin/bin-view.tsx#BinView": BinView_2e134b596304a7124b68b1864711f8db,
  "/src/admin/time/coming/coming-view.tsx#ComingView": ComingView_8be7b11ccddb1f1de37f1acad1796f17,
  "/src/admin/frame/help/help-view.tsx#HelpView": HelpView_cf31a42658d51a7f7d60ab2ba30b7ef1,
  "/src/admin/documents/trail/trail-view.tsx#TrailView": TrailView_a6d5caf561a642dfe94cc1d48edac6e9,
  "@payloadcms/next/rsc#CollectionCards": CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1
}
