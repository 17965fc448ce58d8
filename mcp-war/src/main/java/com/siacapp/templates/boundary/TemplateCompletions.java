package com.siacapp.templates.boundary;

import com.siacapp.completions.entity.CompletePrompt;
import com.siacapp.completions.entity.Suggestions;
import com.siacapp.completions.entity.Typed;
import com.siacapp.grants.entity.Caller;
import com.siacapp.templates.entity.Category;
import com.siacapp.templates.entity.PageCursor;
import com.siacapp.templates.entity.TemplateFilter;
import com.siacapp.templates.entity.TemplatePage;
import jakarta.inject.Inject;
import java.util.Arrays;

/** What a person may mean while they fill in a prompt about templates. */
public class TemplateCompletions {

    @Inject
    TemplateLibrary library;

    @CompletePrompt(prompt = "draft_template", argument = "category")
    public Suggestions categories(Typed typed) {
        return Suggestions.matching(
                typed, Arrays.stream(Category.values()).map(Category::name).toList());
    }

    /** The names of the company's templates. */
    @CompletePrompt(prompt = "improve_template", argument = "template_name")
    public Suggestions names(Typed typed, Caller caller) {
        var page = named(typed.value(), caller);
        var names = page.templates().stream()
                .map(template -> template.key().name())
                .distinct()
                .toList();
        return Suggestions.first(names, page.hasMore());
    }

    /** The languages the template is there in that was named before. */
    @CompletePrompt(prompt = "improve_template", argument = "language_code")
    public Suggestions languages(Typed typed, Caller caller) {
        var name = typed.others().getOrDefault("template_name", "");
        var languages = named(name, caller).templates().stream()
                .map(template -> template.key())
                .filter(key -> name.isEmpty() || key.name().equals(name))
                .map(key -> key.language())
                .distinct()
                .sorted()
                .toList();
        return Suggestions.matching(typed, languages);
    }

    private TemplatePage named(String part, Caller caller) {
        // What no database stores, no template is called.
        var wanted = part.replace("\0", "");
        return library.list(caller, new TemplateFilter(wanted, "", null, null), PageCursor.START, Suggestions.MOST);
    }
}
