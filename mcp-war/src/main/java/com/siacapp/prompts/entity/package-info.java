@NullMarked
package com.siacapp.prompts.entity;

import org.jspecify.annotations.NullMarked;
