import { z } from 'zod';
import { idField } from '../../answers/form.ts';
import { declarePress } from '../../contract/action.ts';

/** The form that names a deputy, with the agency or the person that a card is about. */
export const openNaming = declarePress({
  id: 'deputies.form',
  input: z.object({ agency: idField.optional(), person: idField.optional() }),
});
