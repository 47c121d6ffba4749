package org.minqing.query.platform.web;

import java.util.Collection;

/** Things named one after the other, as the asker's language does it. */
record Listed(Collection<String> things) {
    String in(Language language) {
        return String.join(language == Language.ZH ? "、" : ", ", things);
    }
}
