/**
 * In place of Yjs's XML types: notes hold texts and maps only, the server admits nothing else, and a
 * phone would load these first. A page that holds one all the same cannot be read here.
 */
class NoXml {
  constructor() {
    throw new TypeError('Notes hold no XML.');
  }
}

const read = (): NoXml => new NoXml();

export {
  NoXml as YXmlElement,
  NoXml as YXmlEvent,
  NoXml as YXmlFragment,
  NoXml as YXmlHook,
  NoXml as YXmlText,
  NoXml as YXmlTreeWalker,
  read as readYXmlElement,
  read as readYXmlFragment,
  read as readYXmlHook,
  read as readYXmlText,
};
