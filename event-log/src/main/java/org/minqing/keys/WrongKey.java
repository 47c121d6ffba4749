package org.minqing.keys;

/** Something does not open: it was sealed under another key or for another subject, or was changed since. */
public final class WrongKey extends RuntimeException {
    WrongKey() {
        super("does not open: sealed under another key or for another subject, or changed since");
    }
}
