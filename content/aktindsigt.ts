import type { AktindsigtGuidance } from '../src/payload-types.ts'
import { bold, ol, p, richText, ul } from './rich-text.ts'

const MINISTRY = 'Sammenfattet efter Justitsministeriets vejledning'

/** Sections on access to documents. The two long ones on the law are folded on their page. */
export const aktindsigtGuidance: Pick<AktindsigtGuidance, 'title' | 'body' | 'source'>[] = [
  {
    title: 'Sådan søger du aktindsigt',
    body: richText(
      p(
        'Alle kan søge aktindsigt. Dit statsborgerskab og din bopæl betyder ikke noget. Din alder og din mentale tilstand gør det som udgangspunkt heller ikke.',
      ),
      p(
        'Du behøver ikke at sige, hvorfor du søger, og du behøver ikke at være en del af sagen. Er du part i sagen, kan du dog ofte få flere oplysninger.',
      ),
      p('Du søger hos den af Aalborg Kommunes forvaltninger, der har behandlet sagen. Kontakt den direkte.'),
    ),
  },
  {
    title: 'Dine muligheder',
    body: richText(
      p('Som borger har du flere muligheder og rettigheder, når du vil se sager i kommunen:'),
      ol([
        [
          bold('Aktindsigt efter offentlighedsloven:'),
          ' Alle borgere kan få indsigt i de dokumenter, der indgår, når Aalborg Kommune behandler en sag.',
        ],
        [
          bold('Aktindsigt efter forvaltningsloven:'),
          ' Det er for dig, der er part i en sag, som Aalborg Kommune har truffet eller skal træffe afgørelse i.',
        ],
      ]),
    ),
  },
  {
    title: 'Aktindsigt efter offentlighedsloven',
    body: richText(
      p(
        'Offentlighedsloven (OFL) giver som udgangspunkt alle ret til at se de dokumenter, der indgår, når det offentlige behandler en sag. Retten gælder i hele den offentlige forvaltning.',
      ),
      p(
        'Som hovedregel har offentligheden ret til indsigt i det offentliges sager. Det gælder for eksempel både borgere og pressen.',
      ),
      p(
        'Vil du se dokumenter eller oplysninger hos en offentlig myndighed, for eksempel staten eller kommunen, søger du hos myndigheden selv. Vil du vide mere om retten til aktindsigt, kan du spørge den myndighed, du søger hos, eller Justitsministeriet.',
      ),
      p(
        'Du kan som udgangspunkt få indsigt i alle slags dokumenter. Det er skriftlige dokumenter som breve, mails og sms-beskeder. Men det er også fotografier, billeder, kort, rids, film og lignende. Løse notater er ikke med. Det kan for eksempel være det, en offentligt ansat skriver på en gul post-it under en telefonsamtale.',
      ),
      p(
        'Du søger hos det forvaltningsområde, du mener, at sagen hører til. Numrene finder du øverst på siden.',
      ),
      p('Disse sager er ikke omfattet af retten til aktindsigt:'),
      ul([
        ['Straffesager (OFL § 19)'],
        ['Lovgivningssager (OFL § 20)'],
        ['Sager om ansættelse eller forfremmelse (OFL § 21, stk. 1)'],
        ['Konkrete personalesager (OFL § 21, stk. 2–5)'],
        ['Kalendersager (OFL § 22)'],
      ]),
      p('Nogle dokumenter er heller ikke omfattet. Det er blandt andet:'),
      ul([
        ['Interne dokumenter (OFL § 23, stk. 1)'],
        ['Ministerbetjeningsdokumenter (OFL § 24)'],
        ['Oplysninger, der er udvekslet med folketingsmedlemmer (OFL § 27, nr. 2)'],
        ['Statsrådsprotokoller (OFL § 27, nr. 3)'],
        ['Brevveksling om retssager (OFL § 27, nr. 4)'],
      ]),
      p(
        'Selv om et dokument er undtaget, skal myndigheden i nogle tilfælde finde visse oplysninger i det og give dig indsigt i dem. Det gælder visse faktiske oplysninger og oplysninger om eksterne og interne faglige vurderinger. De kaldes ekstraheringspligtige oplysninger.',
      ),
      p('Den pligt gælder dog ikke i disse tilfælde (OFL §§ 28–29):'),
      ul([
        ['Det vil kræve uforholdsmæssigt mange ressourcer.'],
        ['Oplysningerne står også i andre dokumenter, som du får udleveret.'],
        ['Oplysningerne er allerede offentligt tilgængelige.'],
      ]),
      p(
        'Offentligt ansatte har tavshedspligt, og den begrænser også din ret. Den gælder enkeltpersoners private forhold (OFL § 30, nr. 1) og visse oplysninger om erhvervsmæssige forhold (OFL § 30, nr. 2).',
      ),
      p('Retten kan desuden blive begrænset af hensyn til:'),
      ul([
        ['Statens sikkerhed og rigets forsvar (OFL § 31)'],
        ['Udenrigspolitiske interesser mv. (OFL § 32)'],
        ['Forebyggelse, efterforskning, sigtede, vidner mv. (OFL § 33, nr. 1)'],
        ['Kontrol, regulerings- eller planlægningsvirksomhed (OFL § 33, nr. 2)'],
        ['Det offentliges økonomiske interesser (OFL § 33, nr. 3)'],
        ['Forskeres og kunstneres originale idéer (OFL § 33, nr. 4)'],
        [
          'Private eller offentlige interesser, hvor forholdets særlige karakter kræver hemmeligholdelse (OFL § 33, nr. 5)',
        ],
        ['Tavshedspligt (OFL § 35)'],
      ]),
    ),
    source: MINISTRY,
  },
  {
    title: 'Partsaktindsigt',
    body: richText(
      p(
        'Er du part i en sag hos det offentlige, har du både ret til aktindsigt efter offentlighedsloven og ret til partsaktindsigt. Reglerne om partsaktindsigt står i forvaltningsloven.',
      ),
      p(
        'Som part får du normalt flere oplysninger om din egen sag, end andre kan få efter offentlighedsloven.',
      ),
      p('Du kan give en anden fuldmagt til at søge for dig.'),
      p(
        'Du søger hos det forvaltningsområde, du mener, at sagen hører til. Numrene finder du øverst på siden.',
      ),
      p(
        'Er det et barn under 15 år, der søger, ser myndigheden på, om barnet er modent nok. Barnet skal kunne forstå, hvad det indebærer at få indsigt i netop de dokumenter. Siger indehaveren af forældremyndigheden nej til, at barnet ser sagens dokumenter, kan myndigheden normalt ikke give barnet indsigt.',
      ),
    ),
  },
  {
    title: 'Svarfrist',
    body: richText(
      p('Når en myndighed modtager en anmodning om aktindsigt, skal den snarest afgøre, om den kan sige ja.'),
      p(
        'Anmodningen skal være færdigbehandlet inden ',
        bold('7 arbejdsdage'),
        ', efter at den er modtaget. Kun undtagelsesvis må det tage længere tid. Det kan for eksempel være, hvis sagen er omfattende eller kompleks.',
      ),
    ),
    source: MINISTRY,
  },
  {
    title: 'Klage over afslag',
    body: richText(
      p('Får du nej, skal du have både en begrundelse og en klagevejledning. Det har du krav på.'),
      p(
        'Er du utilfreds med et afslag, helt eller delvist, kan du klage direkte til klageinstansen. Det er den myndighed, der er øverste klageinstans for afgørelsen i den sag, du har søgt aktindsigt i, eller for behandlingen af den i øvrigt.',
      ),
      p(
        'Send klagen til den myndighed, der har givet dig afslaget. Den ser først selv på sagen igen og har ',
        bold('7 arbejdsdage'),
        ' til at beslutte, om den holder fast i afslaget. Gør den det, skal den sende klagen videre til klageinstansen. Klageinstansen skal som udgangspunkt afgøre klagen inden ',
        bold('20 arbejdsdage'),
        '.',
      ),
      p(
        'Er du stadig utilfreds med afgørelsen, når du har klaget på de måder, du har fået vejledning om? Så kan du gå til Folketingets Ombudsmand.',
      ),
      p(
        'Ombudsmanden tager også imod klager over den måde, myndighederne har behandlet dig eller en sag på. Det kan for eksempel være, at en myndighed har brugt for lang tid på sagen eller har vejledt forkert.',
      ),
    ),
    source: MINISTRY,
  },
]
