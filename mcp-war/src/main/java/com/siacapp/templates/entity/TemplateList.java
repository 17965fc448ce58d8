package com.siacapp.templates.entity;

import com.siacapp.protocol.entity.Describe;
import java.util.List;
import java.util.Optional;

/** What {@code siac_list_templates} answers. */
public record TemplateList(
        @Describe("In the order of name and language") List<StoredTemplate> templates,

        @Describe("The cursor of the next page; absent on the last one")
        Optional<String> nextCursor) {}
