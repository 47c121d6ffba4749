package org.minqing.keys;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** All of a stream but its last bytes, of which nobody knows that they are the last before the end has come. */
final class WithoutTag extends FilterInputStream {
    private static final int PIECE = 1 << 14;

    private final int tag;
    private byte[] held = new byte[0];
    private int from;
    private boolean ended;

    WithoutTag(InputStream in, int tag) {
        super(in);
        this.tag = tag;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        while (!ended && held.length - from <= tag) {
            byte[] more = in.readNBytes(PIECE);
            ended = more.length == 0;
            byte[] all = Arrays.copyOfRange(held, from, held.length + more.length);
            System.arraycopy(more, 0, all, held.length - from, more.length);
            held = Arrays.copyOf(all, held.length - from + more.length);
            from = 0;
        }
        int ready = held.length - from - tag;
        if (ready <= 0) {
            return -1;
        }
        int read = Math.min(ready, length);
        System.arraycopy(held, from, into, offset, read);
        from += read;
        return read;
    }
}
