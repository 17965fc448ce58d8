@NullMarked
package com.siacapp.tools.entity;

import org.jspecify.annotations.NullMarked;
