@NullMarked
package com.siacapp.authorization.entity;

import org.jspecify.annotations.NullMarked;
