/** WhatsApp message templates: drafts of a tenant, and Meta's rules that decide whether one can be submitted. */
@NullMarked
package com.siacapp.templates;

import org.jspecify.annotations.NullMarked;
