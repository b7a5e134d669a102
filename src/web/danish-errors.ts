import { z } from 'zod'

/** What a schema says where it has no words of its own is Danish. */
z.config(z.locales.da())
