@NullMarked
package com.siacapp.templates.entity;

import org.jspecify.annotations.NullMarked;
