import { italic, ol, p, richText, ul } from '../rich-text.ts'
import type { FirstPage } from './first-page.ts'
import { BORGMESTERENS, CONTACT, PRESS, VI_UDVIKLER_OS } from './paths.ts'

export const viUdviklerOsSammen: FirstPage = {
  path: VI_UDVIKLER_OS,
  title: 'Vi udvikler os sammen',
  summary:
    'Borgerne har givet os en lang række indspark. Af dem er der kommet tre ting: en ny grundfortælling om kommunen, et fælles løfte og fem strategiske pejlemærker. De skal vise retningen i forvaltningernes daglige arbejde.',
  blocks: ({ page, box, story }) => [
    { blockType: 'story', story },
    {
      blockType: 'accordion',
      heading: 'Hvis du vil vide mere',
      items: [
        {
          title: 'Det fælles løfte',
          body: richText(
            p(
              'Grundfortællingen slutter med et løfte: Vi udvikler os sammen. I de seneste årtier har kommunen gennemgået en fantastisk forandring. Den er sket gennem et ganske unikt samarbejde. Det samme sammenhold skal bære kommunen ind i fremtiden. Vi holder sammen, og i fællesskab udvikler vi løsninger på de udfordringer, vi møder.',
            ),
            p(
              'Vi håber, at borgere, virksomheder, foreninger og andre vil gøre løftet til deres og bruge det. Sætningen er ikke hugget i sten. Lav gerne din egen udgave, så den kan rumme alle livets nuancer. Bare »Vi« og »sammen« bliver stående. De to ord beskriver nemlig den særlige aalborgensiske indstilling: Vi gør tingene sammen.',
            ),
            p(
              'Måske siger du »Vi fester sammen«, »Vi løber sammen«, »Vi spiser sammen« eller noget helt andet. Det bestemmer du, og kun din fantasi sætter grænsen.',
            ),
            p(italic('Sammenfatning. Løftet blev politisk godkendt i januar 2019.')),
          ),
        },
      ],
    },
    {
      blockType: 'principles',
      heading: 'Fem strategiske pejlemærker',
      intro: richText(
        p(
          'Pejlemærkerne skal støtte det gode liv og en tilværelse med mening i Aalborg Kommune, uanset hvem man er. De bygger på grundfortællingen. Løftet siger, at vi udvikler kommunen sammen. Det giver den overordnede, visionære retning for, hvordan Aalborg Kommune skal udvikle sig i mange år frem.',
        ),
        p(italic('Sammenfatning. Pejlemærkerne blev politisk godkendt i januar 2019.')),
      ),
    },
    {
      blockType: 'facts',
      heading: 'Fakta om DNA Aalborg',
      facts: [
        { figure: '6. september – 10. november 2018', text: 'løb DNA Aalborg.' },
        {
          figure: '5 borgergrupper',
          text: 'var valgt ud til de interviews, Aalborg Kommune holdt med borgerne: unge/studerende, børnefamilier, ældre/seniorer, udsatte og udlændinge.',
        },
        {
          figure: 'Alle',
          text: 'kunne være med i DNA Aalborg på kommunens hjemmeside eller på Aalborg Kommunes Facebook-side.',
        },
        {
          figure: '250 borgere',
          text: 'var tilfældigt udvalgt til borgertopmødet 10. november 2018.',
        },
        {
          figure: 'Januar 2019',
          text: 'blev den nye grundfortælling, løftet og de fem pejlemærker politisk godkendt.',
        },
        { figure: '5.441', text: 'input fra borgere kom der i alt ud af processen.' },
      ],
    },
    {
      blockType: 'richText',
      heading: 'Derfor spurgte vi borgerne',
      body: richText(
        p(
          'Dagene går med arbejde, med livet og med de beslutninger, der holder hjulene i gang. Men en gang imellem må vi standse op og se både indad og fremad. Hvad gør vores kommune speciel? Hvad siger vi om Aalborg, når vi er til konfirmation, guldbryllup eller forretningsmøde ude i verden? Hvem er vi, og hvordan lyder vores grundfortælling? Hvilken fremtid drømmer vi om at skabe?',
        ),
        p(
          'De spørgsmål ville vi gerne blive klogere på. Derfor tog vi i efteråret 2018 borgerne med på en mission: DNA Aalborg. Den førte til kommunens nye grundfortælling, det fælles løfte og de fem strategiske pejlemærker. I dag er de rettesnor for kommunens arbejde.',
        ),
      ),
    },
    {
      blockType: 'richText',
      heading: 'En åben invitation',
      body: richText(
        p(
          'Viden og kultur er det, Aalborg Kommune er kendt for. Bag det ligger et samarbejde, som er helt unikt. Det går på tværs af borgere, virksomheder og foreninger. Vi står sammen om at løse de udfordringer, vi har.',
        ),
        p(
          'Der er stadig udfordringer. Der er også mange flere kræfter, som kan være med til at finde fælles løsninger. Det kan for eksempel handle om:',
        ),
        ul([
          ['Hvordan hjælper vi hinanden, så alle kan leve sundt, meningsfuldt og selvstændigt?'],
          [
            'Hvordan skaber vi sammen en kommune med plads til alle, både i uddannelse og på en arbejdsplads? Og hvordan tiltrækker vi morgendagens kompetencer?',
          ],
          ['Hvordan skaber vi en kommune i grøn balance ved at tænke og handle bæredygtigt?'],
        ]),
        p(
          'Det her er en åben invitation til alle 220.000 borgere i fællesskabet Aalborg Kommune: Tag aktivt del, når vi udvikler vores lokalsamfund. Invitationen gælder borgere, virksomheder og foreninger. Den gælder også alle ledere og medarbejdere i Aalborg Kommune.',
        ),
      ),
    },
    {
      blockType: 'richText',
      heading: 'Fem vigtige spørgsmål',
      body: richText(
        ol([
          ['Hvilket problem vil jeg gerne løse, eller hvilket mål vil jeg gerne nå?'],
          ['Hvem kan hjælpe mig på vej?'],
          ['Hvordan motiverer jeg min samarbejdspartner?'],
          ['Findes der allerede initiativer eller samarbejder, som jeg kan koble mig på?'],
          ['Hvilke nye alliancer skal jeg selv prøve at skabe?'],
        ]),
      ),
    },
    {
      blockType: 'linkList',
      heading: 'Inspirationsværktøj til samskabelse',
      // Addresses: what stands there names the thing itself. The others were not found, so they are plain text.
      links: [
        // KL's own page about it, kl.dk, 1 October 2018.
        {
          label: 'Servicedesign Kommunernes Landsforening',
          url: 'https://www.kl.dk/nyhed/2018/oktober/servicedesign-saet-borgeren-i-centrum/',
        },
        // politi.dk, »Co-creation værktøjskassen i politiet«; »co-creation, eller samskabelse« is Rigspolitiet's own word (kommagasinet.dk).
        { label: 'Rigspolitiets samskabelsesværktøjer', url: 'https://politi.dk/samarbejde/co-creation' },
        { label: 'Region Nordjyllands samskabelseshåndbog' },
        { label: 'Samskabelse - en inspirationsguide fra psykiatrien' },
        { label: 'Designtænkning' },
        { label: 'Designsprint' },
      ],
    },
    {
      blockType: 'linkList',
      heading: 'Netværk, du kan kontakte',
      intro: richText(
        p(
          'Har du eller I en indviklet udfordring, som bedst løses sammen med andre? Så er der flere netværk, det er en god idé at kontakte.',
        ),
      ),
      links: [
        {
          label: 'De Frivilliges Hus',
          description: 'Til dig, der vil udvikle noget nyt på det frivillige sociale område.',
        },
        // The house in Aalborg is International House North Denmark: ihnd.dk.
        {
          label: 'International House',
          url: 'https://ihnd.dk/',
          description: 'Til dig, der vil udvikle noget nyt sammen med internationale kræfter.',
        },
        { label: 'Grønne agenter', description: 'Til dig, der har en grøn idé.' },
        {
          label: 'Landdistriktsudvikling',
          description: 'Til dig, der har en idé, som kan skabe udvikling i din by eller dit lokalområde.',
        },
        // tryg.aalborg.dk, »Om Tryg Aalborg«: the municipality's own, with the police and the region.
        {
          label: 'Tryg Aalborg',
          url: 'https://tryg.aalborg.dk/',
          description: 'Til dig, der vil være med til at gøre kommunen mere tryg.',
        },
      ],
    },
    { blockType: 'contactBoxes', heading: 'Kontakt', boxes: [box('Kommunikation og Udvikling')] },
    {
      blockType: 'relatedPages',
      heading: 'Måske er du også interesseret i',
      pages: [page(BORGMESTERENS), page(CONTACT)],
    },
    { blockType: 'relatedPages', heading: 'Har du set…', pages: [page(PRESS)] },
  ],
}
