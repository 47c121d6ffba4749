package org.minqing.query.platform.web;

/** What a parameter takes, said in the asker's language: the text {@code query.expected.<key>}. */
public record Expected(String key) {
    String in(Language language, Texts texts) {
        return texts.text(language, "query.expected." + key);
    }
}
