package com.siacapp.doctor.control;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Parameters of a form or a query. */
record Form(Map<String, String> parameters) {

    /** Of names and values in turn. */
    static Form of(String... namesAndValues) {
        var parameters = new LinkedHashMap<String, String>();
        for (var i = 0; i < namesAndValues.length; i += 2) {
            parameters.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return new Form(parameters);
    }

    String encoded() {
        return parameters.entrySet().stream()
                .map(parameter -> encoded(parameter.getKey()) + "=" + encoded(parameter.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Not its values: some are secrets. */
    @Override
    public String toString() {
        return "Form" + parameters.keySet();
    }
}
