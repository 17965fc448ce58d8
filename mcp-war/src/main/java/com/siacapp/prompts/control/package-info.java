@NullMarked
package com.siacapp.prompts.control;

import org.jspecify.annotations.NullMarked;
