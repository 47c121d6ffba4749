package org.minqing.command.platform.refusal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.stream.Collectors;
import org.minqing.edge.Language;
import org.minqing.edge.Problem;
import org.minqing.edge.Spoken;
import org.minqing.edge.Wording;

/** The words of a refusal are {@code problem.<code>}, or else those of its status. */
public final class RefusalWording implements Wording {

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

    /**
     * Of a value of another form what to enter; of one that is not to be chosen what is, each with its code and its words; of an
     * event what it is called and its day; of one that no longer holds why in words, of one that uses another its stream.
     */
    @Override
    public List<Object> arguments(Problem.Field error) {
        List<Object> said = error.arguments();
        if (error.code().equals("wrong-type")) {
            String form = said.getFirst().toString();
            return List.of(spoken("form." + form, form));
        }
        if (error.code().equals("not-one-of")) {
            String of = said.size() > 1 ? "choice." + said.get(1) + "." : "choice.";
            return List.of(choices(of, List.of(said.getFirst().toString().split(", "))));
        }
        if (error.code().equals(Refusal.FieldError.USED_BY)) {
            String event = said.getFirst().toString();
            return List.of(spoken("command." + event, event), said.get(1), said.get(2));
        }
        if (!error.code().equals(Refusal.FieldError.NO_LONGER_HOLDS)) {
            return said;
        }
        String event = said.getFirst().toString();
        String why = said.get(2).toString();
        Object[] arguments = said.subList(3, said.size()).toArray();
        return List.of(spoken("command." + event, event), said.get(1), spoken("problem." + why, why, arguments));
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
