package com.siacapp.observability.control;

import com.siacapp.prompts.control.PromptRegistry;
import com.siacapp.resources.control.ResourceRegistry;
import com.siacapp.tools.control.ToolRegistry;
import java.util.Set;

/**
 * Everything that has a name of ours.
 *
 * @param methods the names of all methods, of whatever era
 */
public record Offered(Set<String> methods, ToolRegistry tools, PromptRegistry prompts, ResourceRegistry resources) {}
