@NullMarked
package com.siacapp.prompts.boundary;

import org.jspecify.annotations.NullMarked;
