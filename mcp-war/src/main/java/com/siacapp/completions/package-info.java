/**
 * Completions: what a person may mean while they type an argument of a prompt or a variable of a resource template.
 *
 * <p>A completion is one method of a CDI bean with {@link com.siacapp.completions.entity.CompletePrompt @CompletePrompt}
 * or {@link com.siacapp.completions.entity.CompleteResourceTemplate @CompleteResourceTemplate} on it. Nobody learns by it
 * what they could not read: the role and the scopes of what is completed decide. A token that lacks a scope gets no
 * suggestions rather than a challenge, since nobody is to be sent away while they type.
 */
@NullMarked
package com.siacapp.completions;

import org.jspecify.annotations.NullMarked;
