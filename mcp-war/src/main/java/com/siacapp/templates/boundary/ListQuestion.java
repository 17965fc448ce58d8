package com.siacapp.templates.boundary;

import com.siacapp.protocol.entity.CallContext;
import com.siacapp.templates.entity.Category;
import com.siacapp.templates.entity.ListArguments;
import com.siacapp.templates.entity.PageCursor;
import com.siacapp.templates.entity.TemplateFilter;
import com.siacapp.templates.entity.TemplateKey;
import com.siacapp.tools.entity.ToolException;
import org.jspecify.annotations.Nullable;

/** The arguments of a list, understood. Refuses what cannot be, and says which argument it is. */
record ListQuestion(ListArguments arguments, CallContext context) {
    private static final int PAGE_SIZE = 20;

    ListQuestion {
        Storable.require(arguments, context);
    }

    TemplateFilter filter() {
        return new TemplateFilter(
                arguments.nameContains().orElse(""),
                arguments.languageCode().orElse(""),
                category(),
                arguments.state().orElse(null));
    }

    TemplateKey after() {
        return arguments
                .cursor()
                .map(cursor -> PageCursor.read(cursor)
                        .orElseThrow(() -> new ToolException(context.text(
                                "cursor: give next_cursor of the page before, as it was, or none.",
                                "cursor: da el next_cursor de la página anterior, tal como era, o ninguno."))))
                .orElse(PageCursor.START);
    }

    int pageSize() {
        return arguments.pageSize().orElse(PAGE_SIZE);
    }

    private @Nullable Category category() {
        return arguments
                .category()
                .map(name -> Category.named(name)
                        .orElseThrow(() -> new ToolException(context.text(
                                "category: MARKETING, UTILITY or AUTHENTICATION.",
                                "category: MARKETING, UTILITY o AUTHENTICATION."))))
                .orElse(null);
    }
}
