package com.siacapp.completions.control;

import com.siacapp.protocol.entity.Access;
import java.util.List;

/** A prompt or a resource template, as far as completions go. */
public record Completable(String name, List<String> arguments, Access access) {}
