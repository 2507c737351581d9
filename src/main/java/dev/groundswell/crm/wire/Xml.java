package dev.groundswell.crm.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.ByteArrayInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * XML by local names, because prefixes vary: an element with elements in it is an object, one without is a text, one that
 * repeats is a list, one with xsi:nil is null, and the xsi:type of an object is its {@code @type}. A document type is refused: it can read files and fill the memory.
 */
final class Xml {

    private static final String INSTANCE = "http://www.w3.org/2001/XMLSchema-instance";
    private static final int DEEPEST = 100;

    private Xml() {}

    static JsonNode read(byte[] body) throws Undecodable {
        var factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        try {
            var reader = factory.createXMLStreamReader(new ByteArrayInputStream(body));
            while (reader.hasNext()) {
                switch (reader.next()) {
                    case XMLStreamConstants.DTD ->
                        throw new Undecodable("doctype_refused", "the XML has a document type");
                    case XMLStreamConstants.START_ELEMENT -> {
                        var root = JsonNodeFactory.instance.objectNode();
                        root.set(reader.getLocalName(), element(reader, 1));
                        return root;
                    }
                    default -> {
                        // comments and instructions before the root
                    }
                }
            }
            throw malformed();
        } catch (XMLStreamException malformed) {
            throw malformed();
        }
    }

    private static JsonNode element(XMLStreamReader reader, int depth) throws XMLStreamException, Undecodable {
        if (depth > DEEPEST) {
            throw malformed();
        }
        boolean nil = "true".equals(reader.getAttributeValue(INSTANCE, "nil"));
        var type = reader.getAttributeValue(INSTANCE, "type");
        var text = new StringBuilder();
        ObjectNode children = null;
        while (true) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    children = children == null ? JsonNodeFactory.instance.objectNode() : children;
                    add(children, reader.getLocalName(), element(reader, depth + 1));
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text.append(reader.getText());
                case XMLStreamConstants.END_ELEMENT -> {
                    if (children != null) {
                        if (type != null) {
                            children.put("@type", type.substring(type.indexOf(':') + 1));
                        }
                        return children;
                    }
                    return nil ? NullNode.getInstance() : TextNode.valueOf(text.toString());
                }
                case XMLStreamConstants.ENTITY_REFERENCE ->
                    throw new Undecodable("doctype_refused", "the XML has an entity of its own");
                default -> {
                    // comments and instructions
                }
            }
        }
    }

    private static void add(ObjectNode parent, String name, JsonNode child) {
        var before = parent.get(name);
        if (before == null) {
            parent.set(name, child);
        } else if (before instanceof ArrayNode list) {
            list.add(child);
        } else {
            parent.putArray(name).add(before).add(child);
        }
    }

    private static Undecodable malformed() {
        return new Undecodable("malformed_xml", "the body is not well-formed XML");
    }
}
