@NullMarked
package com.siacapp.security.entity;

import org.jspecify.annotations.NullMarked;
