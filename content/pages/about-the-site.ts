import { p, pageLink, phoneLink, richText, ul } from '../rich-text.ts'
import type { FirstPage } from './first-page.ts'
import { CONTACT } from './paths.ts'

const communicationPhone = phoneLink('99 31 16 66', '+4599311666')

export const tilgaengelighedserklaering: FirstPage = {
  path: '/tilgaengelighedserklaering',
  title: 'Tilgængelighedserklæring',
  summary:
    'Alle skal kunne bruge hjemmesiden. Her står, hvad vi ved, hvad der mangler, og hvem du siger det til, hvis noget driller.',
  inMenu: false,
  blocks: ({ page }) => [
    {
      blockType: 'statement',
      // The aim and the laws: webtilgængelighedsloven; the form of the sentence is that of was.digst.dk.
      scope: {
        body: richText(
          p(
            'Aalborg Kommune skal gøre sine hjemmesider tilgængelige efter lov om tilgængelighed af offentlige organers websteder og mobilapplikationer. Erklæringen gælder denne hjemmeside.',
          ),
          p(
            'Kommunen har ikke godkendt erklæringen endnu. De dele, der mangler, er mærket »Skal bekræftes«.',
          ),
        ),
        toConfirm: 'Hvilken adresse gælder erklæringen for, og hvem godkender den?',
      },
      status: { toConfirm: 'Hvilken status har hjemmesiden, når kommunen har vurderet den?' },
      content: { toConfirm: 'Hvad er ikke tilgængeligt, hvorfor, og hvor kan man ellers få det?' },
      assessment: {
        body: richText(
          p(
            'Hjemmesiden er bygget for at leve op til WCAG 2.2 på niveau AA. Derfor gælder det blandt andet, at:',
          ),
          ul([
            ['alle sider kan læses og bruges uden scripts'],
            ['alt kan nås med tastaturet, og man kan springe forbi menuen'],
            ['teksten kan forstørres, og siderne passer til en lille skærm'],
            ['åbent og lukket står med ord og vises ikke kun med farver'],
          ]),
          p('Det er ikke en vurdering. Den mangler.'),
        ),
        toConfirm: 'Hvem vurderer hjemmesiden, hvordan, og hvornår er erklæringen lavet og gennemgået?',
      },
      contact: {
        body: richText(
          p(
            'Er der noget, du ikke kan bruge, så sig det til Kommunikation og Udvikling. Andre veje til kommunen finder du på siden ',
            pageLink('Kontakt', page(CONTACT)),
            '.',
          ),
        ),
        phone: '+4599311666',
        post: 'Aalborg Kommune, Boulevarden 13, 9000 Aalborg',
        toConfirm: 'Er det her, man skal ringe og skrive om tilgængelighed? Er der en mailadresse?',
      },
      // digst.dk, »Oplever du ikke-tilgængeligt indhold?«
      enforcement: {
        body: richText(
          p(
            'Digitaliseringsstyrelsen fører tilsyn med loven. Kontakt kommunen først. Er du ikke tilfreds med svaret, eller har du ikke fået svar inden for 10 arbejdsdage, kan du skrive til Digitaliseringsstyrelsen eller indtale en besked på ',
            phoneLink('20 16 36 12', '+4520163612'),
            '.',
          ),
        ),
        toConfirm: 'Passer Digitaliseringsstyrelsens nummer og fremgangsmåde stadig?',
      },
    },
  ],
}

export const privatliv: FirstPage = {
  path: '/privatliv',
  title: 'Privatliv',
  summary: 'Vi følger ikke med i, hvad du læser her.',
  inMenu: false,
  blocks: ({ page }) => [
    {
      blockType: 'richText',
      heading: 'Teksten er ikke godkendt endnu',
      body: richText(
        p(
          'Teksten her siger kun, hvordan hjemmesiden er bygget. Kommunen har ikke bekræftet den endnu. Der mangler også en tekst om, hvad kommunen ellers gør med oplysninger om dig.',
        ),
      ),
    },
    {
      blockType: 'richText',
      heading: 'Når du læser på hjemmesiden',
      body: richText(
        ul([
          ['Siderne sætter ingen cookies hos dig. Kun redaktører, der logger ind, får en cookie.'],
          [
            'Vi tæller, hvor mange gange hver side bliver åbnet på en dag, og gemmer tallet i 30 dage. Vi gemmer ikke, hvem der åbnede den. Siderne henter ikke noget fra andre hjemmesider.',
          ],
          ['Det, du søger efter, står i adressen på siden med resultater.'],
          [
            'Finder en søgning ikke noget, tæller vi de korte søgninger uden numre og mailadresser, dag for dag i 90 dage. Vi gemmer ikke, hvem der søgte.',
          ],
          ['Deler du en side, følger du et almindeligt link. Intet sendes, før du trykker på det.'],
        ]),
      ),
    },
    {
      blockType: 'richText',
      heading: 'Har du spørgsmål?',
      body: richText(
        p('Ring til Kommunikation og Udvikling på ', communicationPhone, '.'),
        p('Du kan også sende et brev til Aalborg Kommune, Boulevarden 13, 9000 Aalborg.'),
        p('Andre veje til kommunen finder du på siden ', pageLink('Kontakt', page(CONTACT)), '.'),
      ),
    },
  ],
}

export const letDigitalAdgang: FirstPage = {
  path: '/let-digital-adgang',
  title: 'Let digital adgang',
  summary: 'Gode råd til at læse, søge og finde frem på hjemmesiden.',
  inMenu: false,
  blocks: ({ page }) => [
    {
      blockType: 'richText',
      heading: 'Læs, som det passer dig',
      body: richText(
        ul([
          ['Gør teksten større: Hold Ctrl nede, og tryk på plus. På en Mac er det Cmd og plus.'],
          ['Brug tastaturet: Gå frem med Tab, og åbn med Enter. Det første link springer forbi menuen.'],
          ['Print siden, hvis du hellere vil læse på papir.'],
          ['Ring op med et tryk: Telefonnumrene er links.'],
        ]),
      ),
    },
    {
      blockType: 'richText',
      heading: 'Søg, også når du er i tvivl om stavningen',
      body: richText(
        p(
          'Søgningen skelner ikke mellem store og små bogstaver. Du må gerne skrive aa, oe og ae for å, ø og æ. En enkelt tastefejl i et langt ord gør som regel ikke noget. Du kan også søge på et telefonnummer.',
        ),
      ),
    },
    {
      blockType: 'richText',
      heading: 'Har du brug for hjælp?',
      body: richText(
        p('Ring til os. Du finder numrene på siden ', pageLink('Kontakt', page(CONTACT)), '.'),
        p('Se også vores ', pageLink('tilgængelighedserklæring', page('/tilgaengelighedserklaering')), '.'),
      ),
    },
  ],
}
