import css from './skyline.module.css'
import { Wave } from './wave.tsx'

/** Gables and a spire by the fjord: the only decoration on the front page. */
export function Skyline() {
  return (
    <>
      <svg className={css.skyline} viewBox="0 0 560 160" aria-hidden="true">
        <g className={css.far}>
          <path d="M70 160V84h10V70h10V56h10V44h10v12h10v14h10v14h10v76zM396 160V96h10V82h10V68h10V56h10v12h10v14h10v14h10v64z" />
        </g>
        <g className={css.near}>
          <path d="M0 160v-52h9V96h9V84h9V74h10v10h9v12h9v12h9v52zM206 160v-70h11V75h11V60h11V47h12v13h11v15h11v15h11v70zM470 160v-62l45-30 45 30v62z" />
        </g>
        <path
          className={css.brick}
          d="M132 160v-60h10V87h10V74h10V63h10v11h10v13h10v13h10v60zM348 160v-50l32-26 32 26v50z"
        />
        <path className={css.tower} d="M296 160V70h6l3-14 5-6 5-34 5 34 5 6 3 14h6v90z" />
        <path
          className={css.lit}
          d="M152 108h8v11h-8zm22 0h8v11h-8zm-11 22h8v11h-8zM228 100h9v12h-9zm26 0h9v12h-9zm-26 26h9v12h-9zm26 0h9v12h-9zM24 118h8v10h-8zm18 0h8v10h-8zM375 116h10v13h-10zM498 108h10v13h-10zm24 0h10v13h-10zM311 84h8v14h-8z"
        />
      </svg>
      <Wave className={css.fjord} />
    </>
  )
}
