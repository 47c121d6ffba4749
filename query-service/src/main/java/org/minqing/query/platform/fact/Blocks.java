package org.minqing.query.platform.fact;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/**
 * How positions are cut into blocks: block b of shift s holds positions b·2^s to (b + 1)·2^s - 1, and four of a shift make one of the
 * next. The higher a place the smaller its smallest blocks, so that about as many of its facts are left over everywhere.
 *
 * @param finer by how much all shifts are smaller than those a schema is made for; 0 but in tests
 */
public record Blocks(int finer) {
    /** Those of the schema. */
    public static final Blocks STANDARD = new Blocks(0);
    /** Lengths of divisionIds: province, prefecture, county, township, village. */
    public static final List<Integer> LEVELS = List.of(2, 4, 6, 9, 12);
    /** From one shift to the next: four blocks make one. */
    public static final int STEP = 2;

    /** A closed block. */
    public record Block(int shift, long number) {}

    /** The smallest shift of a level. */
    public int smallest(int level) {
        return Math.max(
                1,
                switch (level) {
                            case 2, 4 -> 9;
                            case 6 -> 11;
                            case 9 -> 13;
                            default -> 15;
                        }
                        - finer);
    }

    /** The first position after the blocks that hold all positions before. */
    public long rest(int level, long position) {
        int shift = smallest(level);
        return position + 1 >> shift << shift;
    }

    /** The fewest blocks that hold every position up to that one but {@link #rest} and what comes after: three of a shift at most. */
    public List<Block> until(int level, long position) {
        List<Block> blocks = new ArrayList<>();
        long after = position + 1;
        for (int shift = smallest(level); after >> shift > 0; shift += STEP) {
            int each = shift;
            LongStream.range(after >> shift + STEP << STEP, after >> shift)
                    .forEach(number -> blocks.add(new Block(each, number)));
        }
        return blocks;
    }

    /** The divisionIds that are the place or lie above it, as long as they are a level's. */
    public static List<String> above(String division) {
        return LEVELS.stream()
                .filter(level -> level <= division.length())
                .map(level -> division.substring(0, level))
                .toList();
    }
}
