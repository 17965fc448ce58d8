package com.siacapp.clients.entity;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Redirect URIs in one column, separated by spaces, which no registrable URI contains. */
@Converter
public class RedirectUrisConverter implements AttributeConverter<List<RedirectUri>, String> {

    @Override
    public String convertToDatabaseColumn(List<RedirectUri> uris) {
        return uris.stream().map(RedirectUri::value).collect(Collectors.joining(" "));
    }

    @Override
    public List<RedirectUri> convertToEntityAttribute(String column) {
        return Arrays.stream(column.split(" "))
                .filter(uri -> !uri.isEmpty())
                .map(RedirectUri::new)
                .toList();
    }
}
