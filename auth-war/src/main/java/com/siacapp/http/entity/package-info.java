@NullMarked
package com.siacapp.http.entity;

import org.jspecify.annotations.NullMarked;
