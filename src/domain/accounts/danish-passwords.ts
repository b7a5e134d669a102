/**
 * What Danes put into passwords, most usual first; small letters. Written down by us: no package has a Danish list.
 * Words of the field »adgangskode«, of the year, of fondness, of football, places, and the most usual names.
 */
export const DANISH_PASSWORDS: readonly string[] = `
adgangskode kodeord password kode hemmelig hemmelighed velkommen goddag farvel danmark danskere dansk
jegelskerdig elskerdig elsker elskede skat skatter skattemus kærlighed kaerlighed kærester kæreste min mit mine din dit
sommer vinter efterår efteraar forår foraar sommerferie vinterferie ferie jul julemand juleaften påske paaske pinse nytår nytaar fødselsdag foedselsdag
januar februar marts april maj juni juli august september oktober november december
mandag tirsdag onsdag torsdag fredag lørdag loerdag søndag soendag weekend
mormor morfar farmor farfar mor far søster soester bror datter søn barn børn boern familie venner veninde venskab bedste
fodbold håndbold haandbold brøndby broendby fckøbenhavn fck aab agf ob fcm viborgff liverpool arsenal chelsea barcelona landsholdet
københavn koebenhavn aarhus århus odense aalborg ålborg esbjerg randers kolding horsens vejle roskilde herning silkeborg helsingør hillerød næstved viborg fredericia hjørring thisted skagen bornholm jylland sjælland fyn nordjylland limfjorden
kommune kommunen aalborgkommune byråd borgmester rådhus raadhus jobcenter skole skolen gymnasium bibliotek ledelse kontor arbejde arbejdsplads sekretær administrator administration redaktion redaktør redaktoer bruger brugernavn login internet computer telefon mobil test tester prøve proeve
hund hunden kat katten misser kanin hest hesten pony fugl fisk løve loeve tiger bjørn bjoern ulv rosa pelle fido buster
sol solskin måne maane stjerne stjerner himmel hav havet strand skov blomst blomster rose roser regnbue engel
rød roed blå blaa grøn groen gul sort hvid lyserød lilla sølv guld
øl oel kaffe kage chokolade slik pizza rødgrød smørrebrød frikadelle frikadeller leverpostej remoulade flødeskum jordbær banan æble pandekage
hej hejsa davs goddav tak måske ingenting intet noget altid aldrig sikker sikkerhed nøgle noegle lås åben luk indgang
musik sang danser guitar klaver film spil legetøj lego kakao cykel cyklen bil bilen båd baad
en to tre fire fem seks syv otte ni ti hundrede tusind
lang ny nye stor lille god godt dårlig rigtig smuk sød soed dejlig hygge hyggelig fantastisk lykke lykkelig glad
peter michael jens lars morten thomas henrik søren soeren christian martin jan hans niels anders jesper mads rasmus per ole kim brian klaus claus kristian jakob jacob mikkel frederik christoffer kristoffer simon daniel magnus emil oliver william noah lucas oscar victor malthe anton carl karl alfred valdemar aksel johan erik erling svend kurt bent flemming poul jørgen joergen steen torben finn allan kenneth dennis nicolai nikolaj kasper casper tobias jonas philip filip sebastian alexander gustav
anne kirsten mette hanne anna helle susanne lene maria marianne inge lone camilla pia louise charlotte tina gitte bente karen lisbeth jette birgitte karin line ida emma sofie sophie freja clara laura mathilde caroline julie cecilie signe maja amalie nanna katrine trine rikke stine maiken malene heidi tanja birthe ulla vibeke dorthe annette britta grethe else ruth ellen alma olivia agnes luna nora josefine isabella mie pernille sanne sara sarah amanda christina
jensen nielsen hansen pedersen andersen christensen larsen sørensen soerensen rasmussen jørgensen joergensen petersen madsen kristensen olsen thomsen christiansen poulsen johansen møller moeller mortensen knudsen lund holm schmidt schultz dahl bach friis vestergaard kjær berg lauritsen svendsen iversen
dinmor kaptajn prinsesse prins dronning konge kongen margrethe joakim viking vikinger thor odin loke valhalla dannebrog nordpol
fuckdig lort røv pik fisse satan helvede pis idiot dum
`
  .trim()
  .split(/\s+/)
