package com.siacapp.templates.boundary;

import static com.siacapp.templates.entity.Component.CATEGORY;
import static com.siacapp.templates.entity.Component.LANGUAGE;
import static com.siacapp.templates.entity.Component.NAME;

import com.siacapp.grants.entity.Caller;
import com.siacapp.templates.control.TemplateRules;
import com.siacapp.templates.control.Templates;
import com.siacapp.templates.entity.SavedDraft;
import com.siacapp.templates.entity.Template;
import com.siacapp.templates.entity.TemplateContent;
import com.siacapp.templates.entity.TemplateFilter;
import com.siacapp.templates.entity.TemplateKey;
import com.siacapp.templates.entity.TemplatePage;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The templates of a tenant: what its people draft, find and read. */
@Stateless
public class TemplateLibrary {
    @Inject
    Templates templates;

    @Inject
    Clock clock;

    /**
     * Keeps a draft, in place of an earlier one of its name and language. It may break rules: mending goes on.
     *
     * @throws UnnameableDraftException if its name, language or category is illegal
     */
    public SavedDraft saveDraft(Caller caller, TemplateContent content) {
        var validation = TemplateRules.check(content);
        var identity = validation.of(List.of(NAME, LANGUAGE, CATEGORY));
        if (!identity.passed()) {
            throw new UnnameableDraftException(identity);
        }
        var earlier = templates.findAlone(caller.tenant(), content.key());
        earlier.ifPresent(template -> template.redraft(content, clock.instant()));
        var template = earlier.orElseGet(() -> create(caller, content));
        return new SavedDraft(template, earlier.isEmpty(), validation);
    }

    /** One page of the tenant's templates in the order of name and language. */
    public TemplatePage list(Caller caller, TemplateFilter filter, TemplateKey after, int size) {
        return templates.list(caller.tenant(), filter, after, size);
    }

    /** The template of this id, unless the tenant has none. */
    public Optional<Template> get(Caller caller, UUID id) {
        return templates.find(caller.tenant(), id);
    }

    /** The template of this name and language, unless the tenant has none. */
    public Optional<Template> get(Caller caller, TemplateKey key) {
        return templates.find(caller.tenant(), key);
    }

    private Template create(Caller caller, TemplateContent content) {
        var template = new Template(caller.tenant(), content, caller.user(), clock.instant());
        templates.add(template);
        return template;
    }
}
