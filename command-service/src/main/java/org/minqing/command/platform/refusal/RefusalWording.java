package org.minqing.command.platform.refusal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.minqing.edge.Language;
import org.minqing.edge.Problem;
import org.minqing.edge.Spoken;
import org.minqing.edge.Wording;
import org.minqing.events.CodeLists;

/** The words of a refusal are {@code problem.<code>}, or else those of its status. */
public final class RefusalWording implements Wording {
    private static final Pattern KIND = Pattern.compile("[A-Z][A-Za-z]+");
    private static final Pattern KINDS = Pattern.compile("[A-Z][A-Za-z]+(, [A-Z][A-Za-z]+)+");
    private static final Pattern STREAM = Pattern.compile("([A-Z][A-Za-z]+)-([0-9a-f]{8}-[0-9a-f-]{27})");
    /** So many codes are told. */
    private static final int SHOWN = 15;

    @Override
    public List<String> titles(Problem problem) {
        return List.of("problem." + problem.code() + ".title", "problem.status." + problem.status() + ".title");
    }

    @Override
    public List<String> details(Problem problem, HttpServletRequest request) {
        return List.of("problem." + problem.code(), "problem.status." + problem.status());
    }

    @Override
    public List<String> errors(String code) {
        return List.of("problem." + code, "problem.invalid");
    }

    /** What was chosen, the kind of a thing and the stream of one are told in words. */
    @Override
    public List<Object> arguments(Problem problem) {
        return problem.arguments().stream().map(RefusalWording::inWords).toList();
    }

    /**
     * Of a value of another form what to enter; of one that is not to be chosen what is, each with its code and its words; of an
     * event what it is called and its day; of one that no longer holds why in words, of one that uses another its stream.
     */
    @Override
    public List<Object> arguments(Problem.Field error) {
        List<Object> said = error.arguments();
        switch (error.code()) {
            case "wrong-type" -> {
                String form = said.getFirst().toString();
                return List.of(spoken("form." + form, form));
            }
            case "not-one-of" -> {
                String of = said.size() > 1 ? "choice." + said.get(1) + "." : "choice.";
                return List.of(choices(of, List.of(said.getFirst().toString().split(", "))));
            }
            case "not-a-code" -> {
                return List.of(said.getFirst(), codes(said.getFirst().toString()));
            }
            case Refusal.FieldError.USED_BY -> {
                return List.of(command(said), said.get(1), inWords(said.get(2)));
            }
            case Refusal.FieldError.NO_LONGER_HOLDS -> {
                String why = said.get(2).toString();
                Object[] arguments = said.subList(3, said.size()).stream()
                        .map(RefusalWording::inWords)
                        .toArray();
                return List.of(command(said), said.get(1), spoken("problem." + why, why, arguments));
            }
            default -> {
                return said.stream().map(RefusalWording::inWords).toList();
            }
        }
    }

    private static Spoken command(List<Object> said) {
        String event = said.getFirst().toString();
        return spoken("command." + event, event);
    }

    private static Object inWords(Object argument) {
        if (argument instanceof Refusal.Chosen chosen) {
            return spoken("choice." + chosen.of() + "." + chosen.name(), chosen.name());
        }
        String text = argument.toString();
        Matcher stream = STREAM.matcher(text);
        if (stream.matches()) {
            return (Spoken) (language, texts) -> kind(stream.group(1)).in(language, texts) + " " + stream.group(2);
        }
        if (KINDS.matcher(text).matches()) {
            return choices("choice.", List.of(text.split(", ")));
        }
        return KIND.matcher(text).matches() ? kind(text) : argument;
    }

    private static Spoken kind(String kind) {
        return spoken("choice." + kind, kind);
    }

    /** The codes of a standard, each with its words; of a long list the first. */
    private static Spoken codes(String standard) {
        return (language, texts) -> CodeLists.of(standard)
                .map(list -> {
                    boolean zh = language == Language.ZH;
                    String told = list.titles().entrySet().stream()
                            .limit(SHOWN)
                            .map(each -> (zh ? "%s（%s）" : "%s (%s)")
                                    .formatted(
                                            each.getKey(),
                                            zh
                                                    ? each.getValue().zh()
                                                    : each.getValue().en()))
                            .collect(Collectors.joining(zh ? "、" : ", "));
                    return list.titles().size() <= SHOWN
                            ? told
                            : told
                                    + texts.first(language, List.of("codes.more"))
                                            .orElse("...");
                })
                .orElse(standard);
    }

    private static Spoken choices(String of, List<String> codes) {
        return (language, texts) -> codes.stream()
                .map(code -> texts.find(language, of + code)
                        .filter(words -> !words.equals(code))
                        .map(words -> (language == Language.ZH ? "%s（%s）" : "%s (%s)").formatted(code, words))
                        .orElse(code))
                .collect(Collectors.joining(language == Language.ZH ? "、" : ", "));
    }

    private static Spoken spoken(String key, String otherwise, Object... arguments) {
        return (language, texts) ->
                texts.first(language, List.of(key), arguments).orElse(otherwise);
    }
}
