/** What forms and lists say, wherever they are. */
export default {
  'form.save': 'Save',
  'form.choose': 'Choose …',
  'form.remarks': 'What could not be used',
  'list.more': 'Show more',
  'sure.no': 'Leave it',
  'once.copy': 'Copy',
  'once.copied': 'Copied',
  'once.by_hand': 'Your browser does not let us copy. Select it and copy it by hand.',
  'once.done': 'I have it',
  'revision.saved': 'Saved.',
  'revision.overtaken':
    'Somebody else has changed this in the meantime, so nothing of yours was saved. What is there now is shown below; look at it, and change it again if you still want to.',
};
