package org.minqing.query.platform.answer;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.minqing.query.platform.question.Question;
import org.minqing.query.platform.source.Gazetteer;
import org.minqing.query.platform.source.Gazetteer.Place;

/** A division as JSON, its full name beginning with the widest division above it, each as it was called on the day asked for. */
public final class Address {
    private Address() {}

    public static Map<String, Object> of(Gazetteer gazetteer, Question question, String id) {
        List<String> line = IntStream.of(2, 4, 6, 9, 12)
                .filter(length -> length < id.length())
                .mapToObj(length -> id.substring(0, length))
                .collect(Collectors.toList());
        line.add(id);
        Map<String, Place> places = gazetteer.places(line, question.asOf(), question.knownAt());
        Place place = places.getOrDefault(id, new Place(id, id, id));
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("divisionId", place.divisionId());
        json.put("code", place.code());
        json.put("name", place.name());
        json.put(
                "fullName",
                line.stream()
                        .map(places::get)
                        .filter(Objects::nonNull)
                        .map(Place::name)
                        .collect(Collectors.joining()));
        return json;
    }
}
