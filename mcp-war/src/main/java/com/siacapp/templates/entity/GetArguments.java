package com.siacapp.templates.entity;

import com.siacapp.protocol.entity.Describe;
import java.util.Optional;
import java.util.UUID;

/** Which template to read: by its id, or by its name and language. */
public record GetArguments(
        @Describe("The id, as siac_save_template_draft and siac_list_templates give it")
        Optional<UUID> templateId,

        @Describe("The name, together with language_code") Optional<String> templateName,

        @Describe("The language, together with template_name")
        Optional<String> languageCode) {}
