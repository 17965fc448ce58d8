/**
 * Prompts: messages a person picks to start a conversation well.
 *
 * <p>A prompt is one method of a CDI bean with {@link com.siacapp.prompts.entity.Prompt @Prompt} on it.
 */
@NullMarked
package com.siacapp.prompts;

import org.jspecify.annotations.NullMarked;
