package org.minqing.query.platform.question;

import org.minqing.edge.Language;
import org.minqing.edge.Spoken;
import org.minqing.edge.Texts;

/** What a parameter takes, said in the asker's language: the text {@code query.expected.<key>}. */
public record ParameterForm(String key) implements Spoken {
    @Override
    public String in(Language language, Texts texts) {
        return texts.text(language, "query.expected." + key);
    }
}
