package org.minqing.command.attachment;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** A part of an office file that is XML, read as it is written out: nothing in it may act, be embedded or come from elsewhere. */
final class XmlPart {
    private static final XMLInputFactory READERS = readers();

    private static final Set<String> OBJECTS = Set.of(
            "oleobject",
            "oleobjects",
            "olelink",
            "ddelink",
            "control",
            "controls",
            "altchunk",
            "object",
            "embeddedobject");
    private static final Set<String> OBJECT_RELATIONS = Set.of(
            "oleobject", "package", "control", "activexcontrolbinary", "afchunk", "subdocument", "frame", "ctrlprop");
    private static final Set<String> LINK_RELATIONS =
            Set.of("attachedtemplate", "externallink", "externallinkpath", "mailmergesource", "recipientdata");
    private static final Set<String> PROGRAM_RELATIONS = Set.of(
            "vbaproject",
            "wordvbadata",
            "xlmacrosheet",
            "xlintlmacrosheet",
            "extensibility",
            "keymapcustomizations",
            "attachedtoolbars");
    private static final Pattern FIELD =
            Pattern.compile("DDE|INCLUDE\\s*(?:TEXT|PICTURE)|(?<!HYPER)LINK\\s|MACROBUTTON|IMPORT\\s|DATABASE\\s");
    private static final Pattern SCRIPTED =
            Pattern.compile("\\s*(?:javascript|vbscript|data:text/html).*", Pattern.DOTALL);
    /** To a page, an address, a place in the same file or a file beside it. */
    private static final Pattern PLAIN_LINK = Pattern.compile(
            "(?i)(?:https?://|mailto:|tel:|#|(?![\\\\/]{2})[^:]*$|(?![\\\\/]{2})[^:]*[/?#]).*", Pattern.DOTALL);

    private static final int LONGEST_FIELD = 1 << 16;

    private final XMLStreamReader xml;
    private final ContentTypes types;
    private final boolean relations;
    private final StringBuilder field = new StringBuilder();
    private boolean inField;

    private XmlPart(XMLStreamReader xml, String name, ContentTypes types) {
        this.xml = xml;
        this.types = types;
        this.relations = name.toLowerCase(Locale.ROOT).endsWith(".rels");
    }

    /** 415 {@code attachment-holds-...}, 422 {@code attachment-broken}. */
    static void read(String name, InputStream part, OutputStream out, ContentTypes types) throws IOException {
        InputStream copied = new Copying(part, out);
        try {
            XMLStreamReader xml = READERS.createXMLStreamReader(copied);
            new XmlPart(xml, name, types).read();
        } catch (XMLStreamException e) {
            throw Kind.broken();
        }
        copied.transferTo(OutputStream.nullOutputStream());
    }

    private static XMLInputFactory readers() {
        XMLInputFactory readers = XMLInputFactory.newDefaultFactory();
        readers.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        readers.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        readers.setProperty(XMLInputFactory.IS_COALESCING, false);
        return readers;
    }

    private void read() throws XMLStreamException {
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.DTD -> throw OfficeFile.script();
                case XMLStreamConstants.START_ELEMENT ->
                    element(xml.getLocalName().toLowerCase(Locale.ROOT));
                case XMLStreamConstants.END_ELEMENT -> inField = false;
                case XMLStreamConstants.CHARACTERS -> {
                    if (inField) {
                        field(xml.getText());
                    }
                }
                default -> {}
            }
        }
    }

    private void element(String name) {
        if (name.equals("script")) {
            throw OfficeFile.script();
        }
        if (OBJECTS.contains(name)) {
            throw OfficeFile.object();
        }
        if (name.equals("relationship") && (relations || xml.getAttributeValue(null, "Target") != null)) {
            relation();
        }
        if (name.equals("default") || name.equals("override")) {
            type();
        }
        inField = name.equals("instrtext");
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            attribute(xml.getAttributeLocalName(i).toLowerCase(Locale.ROOT), xml.getAttributeValue(i));
        }
    }

    private void attribute(String name, String value) {
        if (name.equals("instr")) {
            field(value + "\n");
        }
        if (name.startsWith("on") && name.length() > 4 && value.contains("(")
                || SCRIPTED.matcher(value.toLowerCase(Locale.ROOT)).matches()) {
            throw OfficeFile.script();
        }
    }

    /** A field may be said in pieces. */
    private void field(String more) {
        field.append(more.toUpperCase(Locale.ROOT));
        if (FIELD.matcher(field).find()) {
            throw OfficeFile.link();
        }
        if (field.length() > LONGEST_FIELD) {
            field.delete(0, field.length() - 64);
        }
    }

    private void relation() {
        String type = attribute("Type");
        String kind = type.substring(type.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        if (PROGRAM_RELATIONS.contains(kind)) {
            throw OfficeFile.script();
        }
        if (OBJECT_RELATIONS.contains(kind)) {
            throw OfficeFile.object();
        }
        boolean elsewhere = attribute("TargetMode").equalsIgnoreCase("External");
        if (LINK_RELATIONS.contains(kind)
                || elsewhere
                        && !(kind.equals("hyperlink")
                                && PLAIN_LINK
                                        .matcher(attribute("Target").strip())
                                        .matches())) {
            throw OfficeFile.link();
        }
    }

    private void type() {
        String type = attribute("ContentType");
        String of = attribute("PartName").isEmpty() ? attribute("Extension") : attribute("PartName");
        if (!type.isEmpty() && !of.isEmpty()) {
            types.add(of, type);
        }
    }

    private String attribute(String name) {
        String value = xml.getAttributeValue(null, name);
        return value == null ? "" : value;
    }

    /** Writes out what is read of it. */
    private static final class Copying extends FilterInputStream {
        private final OutputStream out;

        Copying(InputStream in, OutputStream out) {
            super(in);
            this.out = out;
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            if (one >= 0) {
                out.write(one);
            }
            return one;
        }

        @Override
        public int read(byte[] into, int from, int most) throws IOException {
            int n = super.read(into, from, most);
            if (n > 0) {
                out.write(into, from, n);
            }
            return n;
        }

        @Override
        public boolean markSupported() {
            return false;
        }
    }
}
