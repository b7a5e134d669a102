import config from '@payload-config'
import { REST_DELETE, REST_GET, REST_OPTIONS, REST_PATCH, REST_POST, REST_PUT } from '@payloadcms/next/routes'
import { atBorder } from '../../../../web/cms/border.ts'

export const GET = atBorder(config, REST_GET(config))
export const POST = atBorder(config, REST_POST(config))
export const DELETE = atBorder(config, REST_DELETE(config))
export const PATCH = atBorder(config, REST_PATCH(config))
export const PUT = atBorder(config, REST_PUT(config))
export const OPTIONS = atBorder(config, REST_OPTIONS(config))
