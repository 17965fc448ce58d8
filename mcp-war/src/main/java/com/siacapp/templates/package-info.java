/** What a model can do with templates: check, draft, find and read them, and read the rules they follow. */
@NullMarked
package com.siacapp.templates;

import org.jspecify.annotations.NullMarked;
