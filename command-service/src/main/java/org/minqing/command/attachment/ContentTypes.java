package org.minqing.command.attachment;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** What an office file says that its parts are. */
final class ContentTypes {
    private static final Pattern MACROS = Pattern.compile("macro|vba", Pattern.CASE_INSENSITIVE);
    private static final Pattern ACTIVE = Pattern.compile("oleobject|activex|\\.control", Pattern.CASE_INSENSITIVE);
    /** Nobody can tell by their content what they are, and nothing in them acts. */
    private static final Pattern HARMLESS =
            Pattern.compile("\\.(?:printerSettings|obfuscatedFont)$|/x-font|/font-", Pattern.CASE_INSENSITIVE);

    private final Map<String, String> byExtension = new HashMap<>();
    private final Map<String, String> byPart = new HashMap<>();
    private boolean macros;

    /** A line of {@code [Content_Types].xml}. */
    void add(String extensionOrPart, String type) {
        macros |= MACROS.matcher(type).find();
        if (ACTIVE.matcher(type).find()) {
            throw OfficeFile.object();
        }
        (extensionOrPart.startsWith("/") ? byPart : byExtension).put(extensionOrPart.toLowerCase(Locale.ROOT), type);
    }

    boolean macros() {
        return macros;
    }

    boolean harmless(String part) {
        String name = part.toLowerCase(Locale.ROOT);
        String type = byPart.getOrDefault(
                "/" + name, byExtension.getOrDefault(name.substring(name.lastIndexOf('.') + 1), ""));
        return HARMLESS.matcher(type).find();
    }
}
