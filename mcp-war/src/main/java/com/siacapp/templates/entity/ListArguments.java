package com.siacapp.templates.entity;

import com.siacapp.protocol.entity.Describe;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.Optional;

/** Which templates to list; without arguments, all of them. */
public record ListArguments(
        @Describe("Any part of the name") Optional<String> nameContains,
        @Describe("Only this language, such as es_CO") Optional<String> languageCode,
        @Describe("Only this category, in either case") Optional<String> category,
        @Describe("Only this state") Optional<TemplateState> state,

        @Describe("How many at once, 1 to 100; 20 if absent")
        Optional<@Min(1) @Max(100) Integer> pageSize,

        @Describe("next_cursor of the page before, as it was")
        Optional<String> cursor) {}
