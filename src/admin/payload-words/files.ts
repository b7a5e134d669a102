/** Of files and pictures. */
export const fileWords = {
  upload: {
    addFiles: 'Tilføj filer',
    bulkUpload: 'Læg flere filer op',
    cropToolDescription: 'Træk i hjørnerne, tegn et nyt udsnit, eller ret tallene nedenfor.',
    download: 'Hent',
    dragAndDropHere: 'eller træk en fil herhen',
    dragAndDrop: 'Træk en fil herhen',
    filesToUpload: 'Filer, der lægges op',
    fileToUpload: 'Fil, der lægges op',
    focalPoint: 'Det vigtigste i billedet',
    focalPointDescription: 'Træk punktet hen på det, der altid skal kunne ses, eller ret tallene nedenfor.',
    lessInfo: 'Mindre om filen',
    moreInfo: 'Mere om filen',
    pasteURL: 'Indsæt en adresse',
    previewSizes: 'Se størrelserne',
    selectCollectionToBrowse: 'Vælg, hvor du vil lede',
    setCropArea: 'Vælg udsnit',
    setFocalPoint: 'Vælg det vigtigste i billedet',
    sizes: 'Størrelser',
    sizesFor: 'Størrelser af {{label}}',
  },
}
