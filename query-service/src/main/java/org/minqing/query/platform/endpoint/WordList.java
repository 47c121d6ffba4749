package org.minqing.query.platform.endpoint;

import java.util.Collection;
import org.minqing.edge.Language;
import org.minqing.edge.Spoken;
import org.minqing.edge.Texts;

/** Things named one after the other, as the asker's language does it. */
record WordList(Collection<String> things) implements Spoken {
    @Override
    public String in(Language language, Texts texts) {
        return String.join(language == Language.ZH ? "、" : ", ", things);
    }
}
