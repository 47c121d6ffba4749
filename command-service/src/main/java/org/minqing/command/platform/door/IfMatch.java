package org.minqing.command.platform.door;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.desk.CommandRequest;
import org.minqing.command.platform.refusal.Refusal;

/** {@code If-Match} as RFC 9110 has it: versions as strong entity tags, or {@code *} for any stream that stands. */
record IfMatch(List<String> tags, boolean any) implements CommandRequest.Condition {
    private static final Pattern TAG = Pattern.compile("\\s*(W/)?\"([^\"]*)\"\\s*(?:,|$)");

    static @Nullable IfMatch of(@Nullable String header) {
        if (header == null || header.isBlank()) {
            return null;
        }
        if (header.strip().equals("*")) {
            return new IfMatch(List.of(), true);
        }
        List<String> tags = new ArrayList<>();
        Matcher matcher = TAG.matcher(header);
        int end = 0;
        while (matcher.lookingAt()) {
            // a weak tag never matches here
            if (matcher.group(1) == null) {
                tags.add(matcher.group(2));
            }
            end = matcher.end();
            matcher.region(end, header.length());
        }
        if (end < header.length()) {
            throw new Refusal(400, "malformed-if-match", List.of(), List.of());
        }
        return new IfMatch(tags, false);
    }

    @Override
    public boolean holds(long version) {
        return any ? version > 0 : tags.contains(Long.toString(version));
    }

    @Override
    public @Nullable Long version() {
        return tags.size() == 1 && tags.getFirst().matches("\\d{1,18}") ? Long.valueOf(tags.getFirst()) : null;
    }
}
